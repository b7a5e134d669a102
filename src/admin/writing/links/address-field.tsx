'use client'

import { FieldDescription, FieldLabel, RenderCustomComponent, useField, withCondition } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientProps } from 'payload'
import { useEffect, useId, useRef, useState } from 'react'
import { linkError } from '../../../domain/link.ts'
import { askCms } from '../../documents/ask-cms.ts'
import css from './links.module.css'

type Props = TextFieldClientProps & {
  /** In the drawer of a link in a text, which Payload closes whatever was typed. */
  isDrawer: boolean
}

/** The address of a link, with what is wrong about it while it is typed, by the rule that the server has. */
function Field({ field, path: staticPath, readOnly, isDrawer }: Props) {
  const { value, setValue, path, disabled, showError, errorMessage, customComponents } = useField<string>({
    potentiallyStalePath: staticPath,
  })
  const said = useId()
  const id = `field-${path.replaceAll('.', '__')}`
  const isLocked = Boolean(readOnly || disabled)
  const place = useRef<HTMLDivElement>(null)
  const [wasLeft, setWasLeft] = useState(false)
  const address = value ?? ''
  const isLacking = address === '' || address === UNTOUCHED
  const problem = isLacking ? null : linkError(address)
  // An address of one or two letters is not wrong yet.
  const shown = wasLeft || address.length > 3 ? problem : null
  const stops = isDrawer && (problem !== null || isLacking)

  useEffect(() => {
    if (!stops) return
    const stop = (event: Event) => {
      if (event.target !== place.current?.closest('form')) return
      event.preventDefault()
      event.stopPropagation()
      setWasLeft(true)
      place.current?.querySelector('input')?.focus()
    }
    // Before anybody else hears of it, such as what holds the save of a drawer.
    window.addEventListener('submit', stop, true)
    return () => window.removeEventListener('submit', stop, true)
  }, [stops])

  const lacking = isDrawer && wasLeft && isLacking ? 'Skriv en adresse.' : null
  const words = shown ?? lacking
  const dead = useDeadEnd(isLacking || problem !== null || isLocked ? null : address)
  const other = showError && words === null ? errorMessage : undefined
  const isWrong = Boolean(words ?? other)
  return (
    <div
      className={['field-type text', field.admin?.className, isWrong && 'error', isLocked && 'read-only']
        .filter(Boolean)
        .join(' ')}
      onBlur={() => setWasLeft(true)}
      ref={place}
      style={mergeFieldStyles(field)}
    >
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <input
          aria-describedby={said}
          aria-invalid={isWrong}
          data-rtl={false}
          disabled={isLocked}
          id={id}
          name={path}
          onChange={(event) => setValue(event.target.value)}
          type="text"
          value={address}
        />
        <p className={css.problem} id={said} aria-live="polite">
          {words ?? other ?? (dead && `${dead} Adressen fører ingen steder hen.`)}
        </p>
        <RenderCustomComponent
          CustomComponent={customComponents?.Description}
          Fallback={<FieldDescription description={field.admin?.description} path={path} />}
        />
      </div>
    </div>
  )
}

/** Why an address of the site leads nowhere now, as the server knows it; null: it leads somewhere, or nothing is known. */
function useDeadEnd(address: string | null): string | null {
  const [known, setKnown] = useState<{ address: string; deadEnd: string | null } | null>(null)
  useEffect(() => {
    if (address === null || !/^(\/|https?:)/i.test(address)) return
    let isAsked = true
    const timer = setTimeout(async () => {
      const answer = await askCms<{ deadEnd: string | null }>('POST', '/api/pages/leads', {
        send: { url: address },
        failed: '',
      })
      if (isAsked && 'deadEnd' in answer) setKnown({ address, deadEnd: answer.deadEnd })
    }, PAUSE)
    return () => {
      isAsked = false
      clearTimeout(timer)
    }
  }, [address])
  return known && known.address === address ? known.deadEnd : null
}

/** Milliseconds without a key before the server is asked. */
const PAUSE = 400

/** What Payload's drawer begins with. */
const UNTOUCHED = 'https://'

export const AddressField = withCondition(Field)
