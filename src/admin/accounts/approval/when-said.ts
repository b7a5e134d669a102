import { Temporal } from 'temporal-polyfill'
import { planTimeText } from '../../../domain/time/plan-time.ts'

/** »tirsdag den 1. december 2026 kl. 8.00« @param iso an instant */
export const whenSaid = (iso: string): string => planTimeText(Temporal.Instant.from(iso))
