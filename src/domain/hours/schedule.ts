/** ISO weekday: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Wall-clock times `HH:MM`. `to` may be `24:00`; if it is not after `from`, it means the next day. */
export type Span = { from: string; to: string }

export type WeekSpan = Span & { weekday: Weekday }

/** A week and the date (`YYYY-MM-DD`) from which it applies; null: always has. */
export type DatedWeek = { from: string | null; spans: WeekSpan[] }

/** The hours on the dates of an exception; `closesFrom` keeps the ordinary spans up to a time `HH:MM`. */
export type ExceptionHours =
  { type: 'closed' } | { type: 'closesFrom'; time: string } | { type: 'spans'; spans: Span[] }

/**
 * Dates `YYYY-MM-DD`, both included. The reason is shown to visitors. `isOwn`: made for whoever has the hours, such as a
 * contact box or its department, and not for the hours, which others may share.
 */
export type Exception = {
  from: string
  to: string
  hours: ExceptionHours
  reason: string | null
  isOwn: boolean
}

/** The week that most recently took effect applies. */
export type Schedule = { weeks: DatedWeek[]; exceptions: Exception[]; followsCalendar: boolean }

export type CalendarDay = {
  /** `YYYY-MM-DD` */
  date: string
  name: string
  closesOffices: boolean
  /** `HH:MM`; null if closed the whole day. */
  closesFrom: string | null
  /** For legal deadlines. */
  countsAsWorkingDay: boolean
}
