'use client'

import { FieldLabel, useField, useFormFields, withCondition } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { useEffect, useState } from 'react'
import { ADDRESSES } from '../../../domain/addresses.ts'
import css from './links.module.css'

type Heading = { id: string; text: string }
type Props = TextFieldClientProps & {
  /** The field beside it that holds the page. */
  beside: string
}

/** Which heading of the chosen page a link leads to. */
function Field({ field, path: staticPath, readOnly, beside }: Props) {
  const { value, setValue, path, disabled } = useField<string | null>({ potentiallyStalePath: staticPath })
  const page = useFormFields(([fields]) => pageIn(fields[path.replace(/[^.]*$/, beside)]?.value))
  const headings = useHeadings(page)
  const id = `field-${path.replaceAll('.', '__')}`
  const chosen = value ?? ''
  const isGone = chosen !== '' && headings !== null && !headings.some((heading) => heading.id === chosen)
  return (
    <div className={`field-type text ${css.field}`}>
      <FieldLabel htmlFor={id} label={field.label} path={path} />
      <select
        id={id}
        value={chosen}
        disabled={Boolean(readOnly || disabled)}
        onChange={(event) => setValue(event.target.value || null)}
      >
        <option value="">Øverst på siden</option>
        {isGone && <option value={chosen}>{`#${chosen} (findes ikke på siden nu)`}</option>}
        {headings === null && chosen !== '' && <option value={chosen}>{`#${chosen}`}</option>}
        {headings?.map((heading) => (
          <option key={heading.id} value={heading.id}>
            {heading.text}
          </option>
        ))}
      </select>
    </div>
  )
}

export const HeadingField = withCondition(Field)

/** The number of the page that a relationship holds; null if it holds none. */
function pageIn(value: unknown): number | null {
  if (typeof value === 'number') return value
  const { relationTo, value: id } = (value ?? {}) as { relationTo?: unknown; value?: unknown }
  return relationTo === 'pages' && typeof id === 'number' ? id : null
}

/** The headings of a page as visitors have it; null until they are there. */
function useHeadings(page: number | null): Heading[] | null {
  const [known, setKnown] = useState<{ page: number; headings: Heading[] } | null>(null)
  useEffect(() => {
    if (page === null) return
    const stop = new AbortController()
    const load = async () => {
      const headings = await ask(page, stop.signal)
      if (!stop.signal.aborted) setKnown({ page, headings })
    }
    void load()
    return () => stop.abort()
  }, [page])
  return known?.page === page ? known.headings : null
}

async function ask(page: number, signal: AbortSignal): Promise<Heading[]> {
  try {
    const answer = await fetch(ADDRESSES.pageHeadings.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ page }),
      signal,
    })
    return answer.ok ? ((await answer.json()) as { headings: Heading[] }).headings : []
  } catch {
    return []
  }
}
