'use client'

import Link from 'next/link'
import { DESK_SEARCH } from '../../../domain/addresses.ts'
import { type DeskFound, HITS_ON_PAGE } from '../../../domain/text/desk-search.ts'
import { type AskedResults, resultsAddress } from './results-address.ts'
import css from './desk-search.module.css'
import { Hit } from './hit.tsx'
import { useFound } from './use-found.ts'

/** The field, and all that it finds. What is asked for stands in the address. */
export function Results({ asked }: { asked: AskedResults }) {
  const { answer, problem, isOld } = useFound(asked, 0)
  return (
    <>
      <search>
        <form action={DESK_SEARCH} className={css.form}>
          <label>
            Ord, navn, telefonnummer eller adresse
            <input type="search" name="q" defaultValue={asked.q} maxLength={500} required />
          </label>
          <button type="submit">Søg</button>
        </form>
      </search>
      <output className={css.told}>
        {problem ?? (asked.q === '' ? '' : answer && !isOld ? said(answer) : 'Søger …')}
      </output>
      {answer && !isOld && <Found asked={asked} found={answer} />}
    </>
  )
}

function Found({ asked, found: { opens, hits, total, kinds } }: { asked: AskedResults; found: DeskFound }) {
  const { q, kind, side = 1 } = asked
  const all = kinds.reduce((sum, one) => sum + one.total, 0)
  const last = Math.max(1, Math.ceil(total / HITS_ON_PAGE))
  return (
    <>
      {kinds.length > 1 && (
        <nav aria-label="Slags" className={css.kinds}>
          {[{ slug: undefined, label: 'Alle', total: all }, ...kinds].map((one) => (
            <Link
              key={one.label}
              href={resultsAddress({ q, ...(one.slug && { kind: one.slug }) })}
              prefetch={false}
              aria-current={one.slug === kind ? 'page' : undefined}
            >
              {one.label} ({one.total})
            </Link>
          ))}
        </nav>
      )}
      <ul className={css.results}>
        {opens && side === 1 && (
          <li>
            <Link href={opens.hit.address} prefetch={false}>
              <Hit hit={opens.hit} why={opens.why ?? 'Ligger på adressen.'} />
            </Link>
          </li>
        )}
        {hits.map((hit) => (
          <li key={hit.address}>
            <Link href={hit.address} prefetch={false}>
              <Hit hit={hit} />
            </Link>
          </li>
        ))}
      </ul>
      {last > 1 && (
        <nav aria-label="Flere resultater" className={css.pager}>
          {side > 1 && (
            <Link href={resultsAddress({ ...asked, side: side - 1 })} prefetch={false}>
              Forrige
            </Link>
          )}
          <span>
            Side {side} af {last}
          </span>
          {side < last && (
            <Link href={resultsAddress({ ...asked, side: side + 1 })} prefetch={false}>
              Næste
            </Link>
          )}
        </nav>
      )}
    </>
  )
}

const said = ({ total, opens }: DeskFound): string =>
  total === 0 && !opens ? 'Der er ikke fundet noget, du kan læse.' : `${Math.max(total, 1)} fundet`
