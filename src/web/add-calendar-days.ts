import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type TypedUser,
} from 'payload'
import { calendarYear } from '../domain/hours/calendar-year.ts'

/**
 * Adds the chosen days of `calendarYear`: all of them, or none if one cannot be added.
 * @param dates `YYYY-MM-DD`; dates that are not among the year's days are ignored
 * @param user who adds them; null: the site itself
 * @returns how many were added
 * @throws what Payload throws, such as a ValidationError that names a day that exists already
 */
export async function addCalendarDays(
  payload: Payload,
  year: number,
  dates: readonly string[],
  user: TypedUser | null,
): Promise<number> {
  const days = calendarYear(year).filter(({ date }) => dates.includes(date))
  const req = await createLocalReq(user ? { user } : {}, payload)
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
