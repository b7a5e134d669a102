import { Temporal } from 'temporal-polyfill'

/**
 * Reads a date as browsers send it or as Danes write it (23-11-2026, 23.11.2026, 23/11 2026) and returns
 * `YYYY-MM-DD`; null if it is not a date.
 */
export function readDate(typed: string): string | null {
  const { year, month, day } = (iso.exec(typed.trim()) ?? danish.exec(typed.trim()))?.groups ?? {}
  if (!year || !month || !day) return null
  const fields = { year: Number(year), month: Number(month), day: Number(day) }
  try {
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/
const danish = /^(?<day>\d{1,2})[-./ ]+(?<month>\d{1,2})[-./ ]+(?<year>\d{4})$/
