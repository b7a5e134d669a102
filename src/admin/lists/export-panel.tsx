'use client'

import { Button, useListQuery } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { listExportAddress, SEPARATORS, VISIBILITY } from '../../domain/text/list-files.ts'
import css from './lists.module.css'

type List = { slug: string; name: string; hasDrafts: boolean }

/** Fetches what the list shows now, with its search, filters and order. */
export function ExportPanel({ list, isImportable }: { list: List; isImportable: boolean }) {
  const [separator, setSeparator] = useState<keyof typeof SEPARATORS>('semikolon')
  const asked = useSearchParams()
  const { data, query } = useListQuery()
  const parameters = new URLSearchParams(
    [...(asked ?? [])].filter(([name]) => name === 'search' || name.startsWith('where[')),
  )
  if (query?.sort) parameters.set('sort', [query.sort].flat().join(','))
  parameters.set('separator', separator)
  const total = data?.totalDocs ?? 0
  return (
    <>
      <p>
        {`Filen får ${total === 1 ? 'den ene række' : `de ${total.toLocaleString('da-DK')} rækker`}, som listen viser med søgning og filtre, på alle dens sider og med alle felter.`}
        {list.hasDrafts &&
          ` Hver række er den nyeste udgave, også når den er en kladde; kolonnen »Status« siger, om den er »${VISIBILITY.published}«, »${VISIBILITY.draft}« eller »${VISIBILITY.beside}«.`}
        {isImportable && ' Ret den i et regneark, og importér den igen.'}
      </p>
      <fieldset className={css.choices}>
        <legend>Kolonnerne deles af</legend>
        {(Object.keys(SEPARATORS) as (keyof typeof SEPARATORS)[]).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name={`separator-${list.slug}`}
              checked={separator === name}
              onChange={() => setSeparator(name)}
            />
            {name === 'semikolon' ? 'Semikolon (Excel på dansk)' : 'Komma'}
          </label>
        ))}
      </fieldset>
      <Button el="anchor" url={listExportAddress(list.slug, parameters)} margin={false}>
        Hent CSV-fil
      </Button>
    </>
  )
}
