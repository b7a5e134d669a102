import { useEffect, useId, useRef, useState } from 'react'
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

  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    // A browser that comes back to where it stood would leave it out of sight above.
    if ((place.current?.getBoundingClientRect().bottom ?? 0) < 0)
      place.current?.scrollIntoView({ block: 'center' })
  }, [])

  return (
    <section ref={place} className={css.offer} aria-labelledby={title}>
      <h2 id={title}>
        Du har tekst, der ikke blev gemt ({startTime(toInstant(props.at), toInstant(props.now))})
      </h2>
      <p>{shown.some(({ state }) => state === 'other' || state === 'gone') ? OTHERS : UNTOUCHED}</p>
      <ul>
        {shown.map((one) => {
          const { name, field } = sayPlace(fields, one.path, values)
          const path = nameOfPath(one)
          const stands = one.state === 'gone' ? '' : sayValue(field, one.now, nameOf)
          const typed = sayValue(field, one.mine, nameOf)
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
              {one.state === 'other' && <p>Der er gemt noget andet her, efter at du skrev.</p>}
              {one.state === 'gone' && (
                <p>Det findes ikke længere her. Kopiér teksten, hvis du vil bruge den.</p>
              )}
              <div className={css.sides}>
                <Side title="Står her nu" text={stands} other={typed} />
                <Side title="Du skrev" text={typed} other={stands} />
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

/** A text, scrolled to where it begins to differ from the other one. */
function Side({ title, text, other }: { title: string; text: string; other: string }) {
  const name = useId()
  const place = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current: box } = place
    if (!box || text === '') return
    let same = 0
    while (same < text.length && text[same] === other[same]) same++
    const part = same / text.length
    box.scrollTop = part * box.scrollHeight - box.clientHeight / 2
  }, [text, other])
  return (
    <div>
      <p id={name}>{title}</p>
      <textarea ref={place} readOnly aria-labelledby={name} value={text} placeholder="Tomt" rows={1} />
    </div>
  )
}

const UNTOUCHED =
  'Se, hvad det er, og hent det frem eller kassér det. Der er ikke gemt andet de steder siden.'
const OTHERS =
  'Der er gemt noget andet her, siden du skrev. Se begge dele, og vælg, hvad du vil hente frem. Intet erstattes, uden at du sætter kryds.'

const nameOfPath = ({ path }: Change): string => path.join('.')
