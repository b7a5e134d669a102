import type { PostgresAdapter } from '@payloadcms/db-postgres'
import Link from 'next/link'
import type { ServerProps } from 'payload'
import { PLANNED } from '../../../domain/addresses.ts'
import css from './planned.module.css'

/** On the dashboard: what was planned and could not be made. Empty while all could. */
export async function FailedPlans({ payload }: ServerProps) {
  const { rows } = await (payload.db as unknown as PostgresAdapter).pool.query<{ failed: number }>(
    `SELECT count(*)::int AS failed FROM planned.sets WHERE state = 'failed'`,
  )
  const failed = rows[0]?.failed ?? 0
  if (failed === 0) return null
  return (
    <section className={css.notice} aria-labelledby="failed-plans">
      <h2 id="failed-plans">
        {failed === 1 ? 'En planlagt ændring' : `${failed} planlagte ændringer`} kunne ikke lade sig gøre
      </h2>
      <p>Se hvorfor, og prøv på et andet tidspunkt, eller træk det tilbage.</p>
      <Link href={PLANNED} prefetch={false}>
        Se, hvad der er planlagt
      </Link>
    </section>
  )
}
