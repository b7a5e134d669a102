'use client'

import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { collectionAddress } from '../../../domain/addresses.ts'
import { useRights } from '../../accounts/rights/use-rights.ts'
import { CloseDayForm } from './close-day-form.tsx'
import css from './closing.module.css'

/** In the form of a contact box or a department: closes it for a day or more in one step, by an exception of its own. */
export function CloseDayField() {
  const { id, collectionSlug } = useDocumentInfo()
  const { publishing } = useRights()
  const { permissions } = useAuth()
  const [isOpen, setIsOpen] = useState(false)
  const [done, setDone] = useState<{ message: string; id: number } | null>(null)
  const title = useId()
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (done) said.current?.focus()
  }, [done])
  if (typeof id !== 'number' || !permissions?.collections?.['hours-exceptions']?.create || publishing)
    return null
  const isBox = collectionSlug === 'contact-boxes'

  return (
    <section className={`field-type ${css.field}`} aria-labelledby={title}>
      <h3 id={title}>Luk en dag</h3>
      <p>
        {isBox
          ? 'Luk kontaktboksen, eller giv den andre tider, en dag eller flere. Andre bokse med de samme åbningstider lukker ikke.'
          : 'Luk afdelingens kontaktbokse, også dem i enhederne under den, eller giv dem andre tider, en dag eller flere.'}
      </p>
      {done && (
        <p className={css.done} tabIndex={-1} ref={said}>
          {done.message}{' '}
          <a href={`${collectionAddress('hours-exceptions')}/${done.id}`}>Ret eller slet den</a>
        </p>
      )}
      {isOpen ? (
        <CloseDayForm
          who={isBox ? { boxes: [id] } : { departments: [id] }}
          onSaved={(message, made) => {
            setDone({ message, id: made })
            setIsOpen(false)
          }}
          onClosed={() => setIsOpen(false)}
        />
      ) : (
        <Button
          margin={false}
          size="small"
          buttonStyle="secondary"
          onClick={() => {
            setDone(null)
            setIsOpen(true)
          }}
        >
          Luk en dag …
        </Button>
      )}
    </section>
  )
}
