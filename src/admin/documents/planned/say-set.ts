import { Temporal } from 'temporal-polyfill'
import { planTimeText } from '../../../domain/time/plan-time.ts'
import { PLANNED_WORDS, type PlannedKind, type PlannedSet } from '../../../domain/time/planned.ts'

/** »tirsdag den 1. december 2026 kl. 8.00« */
export const whenOf = ({ at }: PlannedSet): string => planTimeText(Temporal.Instant.from(at))

/** What a set does: its name, or its only change. */
export function nameOfSet({ name, changes }: PlannedSet): string {
  if (name !== null) return name
  return changes.map(({ noun, title }) => `${noun} »${title}«`).join(', ')
}

/**
 * That the same waits to be done with a document already, and when; null: it does not. It may be planned once more.
 * @param sets those with the document
 */
export function alreadyPlanned(
  sets: readonly PlannedSet[],
  kind: PlannedKind,
  { slug, id }: { slug: string; id: number | string },
): string | null {
  const waiting = sets.filter(
    ({ state, changes }) =>
      state === 'waiting' &&
      changes.some((own) => own.collection === slug && own.document === Number(id) && own.kind === kind),
  )
  if (waiting.length === 0) return null
  const when = new Intl.ListFormat('da').format(waiting.map(whenOf))
  return `Det er allerede planlagt, at den ${PLANNED_WORDS[kind].did} ${when}.`
}
