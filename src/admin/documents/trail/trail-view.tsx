import Link from 'next/link'
import type { AdminViewServerProps, Payload } from 'payload'
import { OF_LOGINS, TRAIL_WORDS, trailKind } from '../../../domain/text/trail-kinds.ts'
import { dateIn } from '../../../domain/time/danish-time.ts'
import { now } from '../../../web/handover.ts'
import { AdminView } from '../../frame/admin-view.tsx'
import { type Asked, type Period, PERIODS, queryOf, readAsked } from './asked.ts'
import { DayFilter } from './day-filter.tsx'
import { peopleOfTrail, readTrail } from './read-trail.ts'
import { TRAIL_ADDRESS } from './trail-address.ts'
import { TrailList } from './trail-list.tsx'
import css from './trail.module.css'

/**
 * »Seneste ændringer«: who did what, filtered by person, kind and period. Editors read of the content, administrators also of
 * accounts and logins.
 */
export function TrailView(view: AdminViewServerProps) {
  const { payload, user } = view.initPageResult.req
  const isAdministrator = user?.role === 'administrator'
  return (
    <AdminView view={view} address={TRAIL_ADDRESS} title="Seneste ændringer" className={css.view}>
      <p>
        Hvem der har gjort hvad de sidste 13 måneder. Listen kan ikke rettes.
        {isAdministrator && ' Brugere og login ser kun administratorer.'}
      </p>
      <Trail
        asked={readAsked(view.searchParams ?? {}, dateIn(now()).toString())}
        isAdministrator={isAdministrator}
        payload={payload}
      />
    </AdminView>
  )
}

type TrailProps = { asked: Asked; isAdministrator: boolean; payload: Payload }

async function Trail({ asked, isAdministrator, payload }: TrailProps) {
  const [{ events, next }, people] = await Promise.all([
    asked.problem === null ? readTrail(asked, isAdministrator, payload) : { events: [], next: null },
    peopleOfTrail(payload),
  ])
  return (
    <>
      <Periods asked={asked} />
      <Filters asked={asked} people={people} isAdministrator={isAdministrator} />
      {asked.problem && <p role="alert">{asked.problem}</p>}
      {events.length > 0 ? (
        <TrailList events={events} payload={payload} />
      ) : (
        <p>Der er ikke noget at vise{asked.period === 'alt' ? '' : ' i den periode'}.</p>
      )}
      <p className={css.pager}>
        {asked.after && (
          <Link href={`${TRAIL_ADDRESS}?${queryOf({ ...asked, after: null })}`} prefetch={false}>
            Det nyeste
          </Link>
        )}
        {next && (
          <Link href={`${TRAIL_ADDRESS}?${queryOf({ ...asked, after: next })}`} prefetch={false}>
            Ældre
          </Link>
        )}
      </p>
    </>
  )
}

/** The periods that most ask for, each a press away; who and what stay chosen. */
function Periods({ asked }: { asked: Asked }) {
  return (
    <nav aria-label="Periode">
      <ul className={css.periods}>
        {(Object.keys(PERIODS) as Period[]).map((period) => (
          <li key={period}>
            <Link
              href={`${TRAIL_ADDRESS}?${queryOf({ ...asked, period, after: null })}`}
              prefetch={false}
              aria-current={period === asked.period ? 'true' : undefined}
            >
              {PERIODS[period].label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type FilterProps = { asked: Asked; people: { id: number; name: string }[]; isAdministrator: boolean }

/** A plain form: what is chosen stands in the address. */
function Filters({ asked, people, isAdministrator }: FilterProps) {
  const kinds = trailKind.options.filter((kind) => isAdministrator || !OF_LOGINS.includes(kind))
  return (
    <form className={css.filters} action={TRAIL_ADDRESS} key={queryOf({ ...asked, after: null })}>
      <label>
        Person
        <select name="person" defaultValue={asked.person ?? ''}>
          <option value="">Alle</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Slags
        <select name="slags" defaultValue={asked.kind ?? ''}>
          <option value="">Alt</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {TRAIL_WORDS[kind].name}
            </option>
          ))}
        </select>
      </label>
      <div className={css.day}>
        <label htmlFor="trail-from">Fra</label>
        <DayFilter id="trail-from" name="fra" label="Fra" typed={asked.typedFrom} />
      </div>
      <div className={css.day}>
        <label htmlFor="trail-to">Til og med</label>
        <DayFilter id="trail-to" name="til" label="Til og med" typed={asked.typedTo} />
      </div>
      {asked.period && <input type="hidden" name="periode" value={asked.period} />}
      <button type="submit">Vis</button>
      {queryOf({ ...asked, after: null }) !== '' && (
        <Link href={TRAIL_ADDRESS} prefetch={false}>
          Nulstil
        </Link>
      )}
    </form>
  )
}
