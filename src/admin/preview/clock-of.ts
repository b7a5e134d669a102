import { Temporal } from 'temporal-polyfill'
import { type WallClock, wallClockAt } from '../../domain/time/wall-clock.ts'

/** Denmark's clock at an instant, in milliseconds since 1970. */
export const clockOf = (at: number): WallClock => wallClockAt(Temporal.Instant.fromEpochMilliseconds(at))
