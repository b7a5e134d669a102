import { useId, useState } from 'react'
import { startTime } from '../../../domain/time/danish-time.ts'
import { toInstant } from '../../../domain/time/copenhagen.ts'
import css from './kept.module.css'
import type { Change, Compared } from './text/changes.ts'
import { type FieldLike, sayPlace, sayValue } from './text/say-value.ts'
import { useNames } from './use-names.ts'

/** What was typed and not saved, beside what stands there now; each place can be chosen. */
export function Offer(props: {
  /** When it was typed, and now; milliseconds since 1970. */
  at: number
  now: number
  compared: readonly Compared[]
  fields: readonly FieldLike[]
  values: unknown
  isReadOnly: boolean
  onTake: (chosen: Change[]) => Promise<void>
  onDiscard: () => void
}) {
  const { compared, fields, values, isReadOnly } = props
  const title = useId()
  const nameOf = useNames()
  const shown = compared.filter(({ state }) => state !== 'same')
  // What somebody else has written since is not replaced unless it is asked for.
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(shown.filter(({ state }) => state !== 'untouched').map(nameOfPath)),
  )
  const [isBusy, setBusy] = useState(false)
  const chosen = shown.filter((one) => one.state !== 'gone' && !left.has(nameOfPath(one)))
  const toggle = (name: string) =>
    setLeft((last) => new Set(last.has(name) ? [...last].filter((one) => one !== name) : [...last, name]))
  const take = async () => {
    setBusy(true)
    await props.onTake(chosen)
    setBusy(false)
  }

  return (
    <section className={css.offer} aria-labelledby={title}>
      <h2 id={title}>
        Du har tekst, der ikke blev gemt ({startTime(toInstant(props.at), toInstant(props.now))})
      </h2>
      <p>{shown.some(({ state }) => state === 'other' || state === 'gone') ? OTHERS : UNTOUCHED}</p>
      <ul>
        {shown.map((one) => {
          const { name, field } = sayPlace(fields, one.path, values)
          const path = nameOfPath(one)
          return (
            <li key={path}>
              {one.state === 'gone' || isReadOnly ? (
                <p className={css.place}>{name}</p>
              ) : (
                <label className={css.place}>
                  <input type="checkbox" checked={!left.has(path)} onChange={() => toggle(path)} />
                  {name}
                </label>
              )}
              {one.state === 'other' && <p>En anden har skrevet her, efter at du gjorde.</p>}
              {one.state === 'gone' && (
                <p>Det findes ikke længere her. Kopiér teksten, hvis du vil bruge den.</p>
              )}
              <div className={css.sides}>
                <Side
                  title="Står her nu"
                  text={one.state === 'gone' ? '' : sayValue(field, one.now, nameOf)}
                />
                <Side title="Du skrev" text={sayValue(field, one.mine, nameOf)} />
              </div>
            </li>
          )
        })}
      </ul>
      {isReadOnly ? (
        <p>Det kan hentes frem, når du kan rette her.</p>
      ) : (
        <div className={css.buttons}>
          <button
            type="button"
            className={css.main}
            disabled={isBusy || chosen.length === 0}
            onClick={() => void take()}
          >
            Hent frem
          </button>
          <button type="button" disabled={isBusy} onClick={props.onDiscard}>
            Kassér
          </button>
          {chosen.length === 0 && <p>Sæt kryds ved det, du vil hente frem.</p>}
        </div>
      )}
    </section>
  )
}

function Side({ title, text }: { title: string; text: string }) {
  const name = useId()
  return (
    <div>
      <p id={name}>{title}</p>
      <textarea readOnly aria-labelledby={name} value={text} placeholder="Tomt" rows={1} />
    </div>
  )
}

const UNTOUCHED =
  'Se, hvad det er, og hent det frem eller kassér det. Ingen andre har rettet de steder siden.'
const OTHERS =
  'Der er rettet her, siden du skrev. Se begge dele, og vælg, hvad du vil hente frem. Intet erstattes, uden at du sætter kryds.'

const nameOfPath = ({ path }: Change): string => path.join('.')
