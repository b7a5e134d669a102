import { Temporal } from 'temporal-polyfill'
import { planTimeText } from '../../../domain/time/plan-time.ts'
import type { PlannedSet } from '../../../domain/time/planned.ts'

/** »tirsdag den 1. december 2026 kl. 8.00« */
export const whenOf = ({ at }: PlannedSet): string => planTimeText(Temporal.Instant.from(at))

/** What a set does: its name, or its only change. */
export function nameOfSet({ name, changes }: PlannedSet): string {
  if (name !== null) return name
  return changes.map(({ noun, title }) => `${noun} »${title}«`).join(', ')
}
