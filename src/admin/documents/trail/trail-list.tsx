import Link from 'next/link'
import type { Payload } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { collectionAddress, globalAddress } from '../../../domain/addresses.ts'
import { didOf } from '../../../domain/text/trail-kinds.ts'
import { planTimeText } from '../../../domain/time/plan-time.ts'
import { comparedWith } from '../versions/compared-with.ts'
import { momentWords } from './moment.ts'
import type { TrailEvent } from './read-trail.ts'
import css from './trail.module.css'

/** The events as a table, which stands as cards where it is narrow. */
export function TrailList({ events, payload }: { events: TrailEvent[]; payload: Payload }) {
  return (
    <table className={css.table}>
      <caption className={css.caption}>Det nyeste først</caption>
      <thead>
        <tr>
          <th scope="col">Hvornår</th>
          <th scope="col">Hvem</th>
          <th scope="col">Gjorde hvad</th>
          <th scope="col">Ved hvad</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>
              <time dateTime={event.at.toISOString()}>
                {momentWords(Temporal.Instant.fromEpochMilliseconds(event.at.getTime()))}
              </time>
            </td>
            <td>{whoOf(event)}</td>
            <td>{didOf(event)}</td>
            <td>
              <What event={event} payload={payload} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whoOf({ kind, userName }: TrailEvent): string {
  // Whatever somebody without an account says they are called.
  if (kind === 'draft-approved' || kind === 'draft-refused') return `${userName} (med et link, uden login)`
  if (kind !== 'login-failed') return userName ?? 'Hjemmesiden selv'
  return userName === null ? 'En adresse, ingen bruger har' : `Nogen som ${userName}`
}

function What({ event, payload }: { event: TrailEvent; payload: Payload }) {
  const { collection: slug, documentId, title, isThere, compared, plan } = event
  if (slug === null) return null
  const collection = payload.config.collections.find((one) => one.slug === slug)
  const kind = collection ? String(collection.labels.singular) : 'Indstilling'
  const name = title ?? String(documentId ?? slug)
  const address = documentId === null ? globalAddress(slug) : `${collectionAddress(slug)}/${documentId}`
  return (
    <>
      <span className={css.kind}>{kind}</span>{' '}
      {isThere ? (
        <Link href={address} prefetch={false}>
          {name}
        </Link>
      ) : (
        `${name} (findes ikke mere)`
      )}
      {plan && ` til ${planTimeText(Temporal.Instant.from(plan.at))}`}
      {isThere && compared && (
        <>
          {' '}
          <Link
            href={`${address}/versions/${compared.version}${comparedWith(compared.before)}`}
            prefetch={false}
            aria-label={`Se ændringen af ${name}`}
            className={css.compared}
          >
            Se ændringen
          </Link>
        </>
      )}
      {!isThere && event.slug && <span className={css.kind}> {event.slug}</span>}
    </>
  )
}
