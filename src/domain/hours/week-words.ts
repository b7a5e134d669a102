import { capitalised, WEEKDAYS } from '../time/danish-time.ts'
import { formatSpan } from './spans.ts'
import { DAYS, type Week } from './week.ts'

/** A week in words, a line for each day: "Mandag: 8.00–16.00", "Lørdag: lukket", "Tirsdag: som mandag". */
export function weekWords(week: Week): string[] {
  return DAYS.map((day, index) => {
    const entered = week[day]
    const spans = entered === 'monday' ? 'som mandag' : entered.map(formatSpan).join(' og ')
    return `${capitalised(WEEKDAYS[index] ?? '')}: ${spans || 'lukket'}`
  })
}
