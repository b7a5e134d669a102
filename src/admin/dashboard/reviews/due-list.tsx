import { Button } from '@payloadcms/ui'
import Link from 'next/link'
import { useState } from 'react'
import { collectionAddress } from '../../../domain/addresses.ts'
import { formatDate } from '../../../domain/time/danish-time.ts'
import type { Due, Reviews } from '../../../domain/time/reviews.ts'
import spoken from '../../accessible/spoken.module.css'
import css from './reviews.module.css'

type Row = Reviews['due'][number]

/** What is due, each with a link to its form and »Stadig korrekt«. */
export function DueList({ rows, confirm }: { rows: readonly Row[]; confirm: (row: Row) => Promise<void> }) {
  const [busy, setBusy] = useState<string | null>(null)
  return (
    <ul className={css.list}>
      {rows.map((row) => {
        const key = `${row.collection} ${row.id}`
        return (
          <li key={key}>
            <span className={css.words}>
              <Link href={`${collectionAddress(row.collection)}/${row.id}`} prefetch={false}>
                {row.name}
              </Link>
              <span className={css.detail}>{detailOf(row)}</span>
            </span>
            <Button
              margin={false}
              size="small"
              buttonStyle="secondary"
              disabled={busy !== null}
              onClick={() => {
                setBusy(key)
                void confirm(row).finally(() => setBusy(null))
              }}
            >
              Stadig korrekt<span className={spoken.only}>: {row.name}</span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

const detailOf = ({ due, visits, owner }: Due & { owner: string | null }): string =>
  [
    `Senest ${formatDate(due)}`,
    visits > 0 && `vist ${visits} ${visits === 1 ? 'gang' : 'gange'} på 30 dage`,
    owner ?? 'ingen ejer',
  ]
    .filter(Boolean)
    .join(', ')
