import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'
import { calendarYear } from '../domain/hours/calendar-year.ts'

/**
 * Adds the days that were chosen from `calendarYear`. If one cannot be added, none are.
 * @param dates `YYYY-MM-DD`; dates that `calendarYear` does not propose are ignored
 * @returns how many days were added
 * @throws what Payload throws, such as a ValidationError that names a day that already exists
 */
export async function addCalendarDays(
  payload: Payload,
  year: number,
  dates: readonly string[],
): Promise<number> {
  const days = calendarYear(year).filter(({ date }) => dates.includes(date))
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    for (const data of days) await req.payload.create({ collection: 'calendar-days', data, req })
    await commitTransaction(req)
    return days.length
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
