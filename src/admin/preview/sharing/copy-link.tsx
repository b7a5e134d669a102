'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import fields from '../../accessible/form.module.css'
import css from './sharing.module.css'

/** A new link, which is copied and stands there until the form is left: nobody can show it again. */
export function CopyLink({ address }: { address: string }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState('')

  async function copy() {
    input.current?.select()
    try {
      await navigator.clipboard.writeText(address)
      setTold('Linket er kopieret.')
    } catch {
      setTold('Linket er markeret: kopiér det med Ctrl+C.')
    }
  }
  useEffect(() => {
    input.current?.focus()
    const begin = async () => copy()
    void begin()
    // Once for each link.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [address])

  return (
    <div className={`${fields.fields} ${css.form}`}>
      <div>
        <label htmlFor={id}>Linket, som vises denne ene gang</label>
        <input ref={input} id={id} type="text" readOnly value={address} />
      </div>
      <Button margin={false} size="small" buttonStyle="secondary" onClick={() => void copy()}>
        Kopiér linket
      </Button>
      <output className={css.told}>{told}</output>
    </div>
  )
}
