import type { Touched } from '../../../content/hours/touched.ts'
import { collectionAddress } from '../../../domain/addresses.ts'
import type { TouchedAnswer } from './use-touched.ts'
import css from './closing.module.css'

/** Whom an exception touches, where that is seen, and what holds on those days already. */
export function TouchedTold({ answer: { touched, problem, isOld } }: { answer: TouchedAnswer }) {
  return (
    <div className={css.touched} aria-busy={isOld}>
      <output>{problem ?? (touched ? summary(touched) : 'Henter …')}</output>
      {touched && !problem && (
        <>
          <Boxes boxes={touched.boxes} />
          {touched.duty === 'changed' && <p>Pressevagten følger den også.</p>}
          {touched.duty === 'staff' && (
            <p>Pressevagtens telefon svarer som ellers; pressesiden siger, at medarbejderne ikke er der.</p>
          )}
          {touched.duty === 'beside' && (
            <p>Pressevagten lukker ikke: den har sine egne tider, som vælges under »Pressevagt«.</p>
          )}
          <Pages pages={touched.pages} />
          <Others others={touched.others} />
        </>
      )}
    </div>
  )
}

function summary({ boxes }: Touched): string {
  if (boxes.length === 0) return 'Gælder ingen kontaktbokse, der er offentliggjort.'
  return boxes.length === 1 ? 'Gælder én kontaktboks:' : `Gælder ${boxes.length} kontaktbokse:`
}

/** More than that are behind a press. */
const MOST_SHOWN = 12

function Boxes({ boxes }: Pick<Touched, 'boxes'>) {
  const rest = boxes.slice(MOST_SHOWN)
  return (
    <>
      <BoxList boxes={boxes.slice(0, MOST_SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>Og {rest.length} andre</summary>
          <BoxList boxes={rest} />
        </details>
      )}
    </>
  )
}

const BoxList = ({ boxes }: Pick<Touched, 'boxes'>) =>
  boxes.length === 0 ? null : (
    <ul>
      {boxes.map(({ id, name, hours }) => (
        <li key={id}>
          <a href={`${collectionAddress('contact-boxes')}/${id}`}>{name}</a>
          {hours.length === 0 && ', som ikke viser nogen tider'}
          {hours.map(({ isPhone, day }) =>
            day ? (
              <span key={String(isPhone)} className={css.hours}>
                {isPhone ? 'Telefontider' : 'Åbningstider'}: {change(day)}
              </span>
            ) : null,
          )}
        </li>
      ))}
    </ul>
  )

const change = ({ before, after }: { before: string; after: string }): string =>
  before === after ? `${inner(after)} som i forvejen` : `${inner(after)} i stedet for ${inner(before)}`

/** Inside a sentence. */
const inner = (hours: string): string => hours.charAt(0).toLowerCase() + hours.slice(1)

function Pages({ pages }: Pick<Touched, 'pages'>) {
  if (pages.length === 0) return null
  return (
    <>
      <p>Ses på {pages.length === 1 ? 'siden' : `${pages.length} sider`}:</p>
      <ul>
        {pages.map(({ id, title, href }) => (
          <li key={id}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Others({ others }: Pick<Touched, 'others'>) {
  if (others.length === 0) return null
  return (
    <div className={css.others}>
      <p>
        <strong>Der er allerede {others.length === 1 ? 'en undtagelse' : 'undtagelser'}:</strong>
      </p>
      <ul>
        {others.map(({ id, reason, dates, decides }) => (
          <li key={id}>
            <a href={`${collectionAddress('hours-exceptions')}/${id}`}>{reason}</a> ({dates}).{' '}
            {HOLDS[decides]}
          </li>
        ))}
      </ul>
    </div>
  )
}

const HOLDS = {
  this: 'Den, du skriver her, kommer til at gælde.',
  other: 'Den gælder fortsat, og den, du skriver her, ses ikke de dage.',
  both: 'Den, du skriver her, kommer til at gælde nogle af dagene eller stederne; den anden gælder resten.',
}
