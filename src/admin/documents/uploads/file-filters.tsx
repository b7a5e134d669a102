'use client'

import { Button, useListDrawerContext, useListQuery } from '@payloadcms/ui'
import { useId, useState } from 'react'
import {
  type FilesToTidy,
  type ListConditions,
  tagOf,
  type Untidy,
  withTag,
  tidyFilesAddress,
} from '../../../domain/text/file-tags.ts'
import { askCms } from '../ask/ask-cms.ts'
import css from './uploads.module.css'
import { useFileTags } from './used-tags.tsx'

/** Above the list of files, also where one is picked: those of one subject; and on the list's own page, what to tidy. */
export function FileFilters() {
  const { isInDrawer } = useListDrawerContext()
  const { query, handleWhereChange } = useListQuery()
  const tags = useFileTags()
  const id = useId()
  const where = query?.where as ListConditions | undefined
  const show = (next: ListConditions) => void handleWhereChange?.(next as never)
  const shown = tagOf(where)
  return (
    <div className={css.filters}>
      {(tags.length > 0 || shown) && (
        <p>
          <label htmlFor={id}>Emne</label>
          <select id={id} value={shown} onChange={({ target }) => show(withTag(where, target.value))}>
            <option value="">Alle emner</option>
            {shown && !tags.some(({ tag }) => tag === shown) && <option>{shown}</option>}
            {tags.map(({ tag, files }) => (
              <option key={tag} value={tag}>
                {tag} ({files})
              </option>
            ))}
          </select>
        </p>
      )}
      {!isInDrawer && <Tidy isFiltered={Boolean(where && Object.keys(where).length > 0)} show={show} />}
    </div>
  )
}

const FIND: { what: Untidy; words: string; none: string }[] = [
  {
    what: 'undescribed',
    words: 'Billeder uden beskrivelse',
    none: 'Alle billeder har en beskrivelse.',
  },
  { what: 'same', words: 'Filer med samme indhold', none: 'Ingen filer har samme indhold.' },
  { what: 'unused', words: 'Filer, der ikke bruges', none: 'Alle filer bruges.' },
]

function Tidy({ isFiltered, show }: { isFiltered: boolean; show: (where: ListConditions) => void }) {
  const [told, setTold] = useState('')
  const find = async ({ what, words, none }: (typeof FIND)[number]) => {
    setTold('Søger …')
    const answer = await askCms<FilesToTidy>('GET', tidyFilesAddress(what), {
      failed: 'Det kan ikke findes lige nu. Prøv igen om lidt.',
    })
    if ('problem' in answer) return setTold(answer.problem)
    const { ids, total } = answer
    if (total === 0) return setTold(none)
    setTold(`${words}: ${total}.${total > ids.length ? ` De første ${ids.length} vises.` : ''}`)
    show({ or: [{ and: [{ id: { in: ids } }] }] })
  }
  return (
    <div className={css.tidy}>
      {FIND.map((one) => (
        <Button
          key={one.what}
          buttonStyle="secondary"
          size="small"
          margin={false}
          onClick={() => void find(one)}
        >
          {one.words}
        </Button>
      ))}
      {isFiltered && (
        <Button
          buttonStyle="secondary"
          size="small"
          margin={false}
          onClick={() => {
            setTold('')
            show({})
          }}
        >
          Vis alle filer
        </Button>
      )}
      <output>{told}</output>
    </div>
  )
}
