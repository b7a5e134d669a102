import { dateOf, dayAt } from '../../domain/time/copenhagen.ts'
import { dayHours, exceptionOn } from '../../domain/hours/day-hours.ts'
import { ANNOUNCED_DAYS } from '../../domain/hours/hours.ts'
import { formatSpans } from '../../domain/hours/sentences.ts'
import type { ContactBox, OpeningHour } from '../../payload-types.ts'
import type { Reader, Ref } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'
import { exceptionsFor, type MadeException } from './exceptions.ts'
import { scheduleWith } from './schedules.ts'

/** The hours of everything, day by day. */
export type ComingDays = {
  /** `YYYY-MM-DD`, from today. */
  dates: string[]
  rows: ComingRow[]
}

/** Hours, and who has them and is open on the same days. */
type ComingRow = {
  key: string
  /** As editors call the hours. */
  name: string
  users: HoursUser[]
  /** One for each date. */
  days: ComingDay[]
}

/** A contact box, or the press duty (`box` null). */
export type HoursUser = { box: number | null; name: string }

export type ComingDay = {
  isOpen: boolean
  /** `8.00–15.00`, `Lukket` */
  hours: string
  /** What makes the day another than usual; null if nothing does. `exception` null: a calendar day. */
  special: { reason: string | null; exception: number | null } | null
}

/** What is special on a date, and for whom. */
export type SpecialDay = {
  date: string
  items: { reason: string | null; hours: string; exception: number | null; users: HoursUser[] }[]
}

/** The published hours that somebody has, on each of the days that are announced ahead. */
export async function comingDays(reader: Reader): Promise<ComingDays> {
  const today = dayAt(reader.now)
  const days = Array.from({ length: ANNOUNCED_DAYS }, (_, ahead) => today + ahead)
  const dates = days.map(dateOf)
  const rows = new Map<string, ComingRow>()
  for (const { ref, box, user } of await usersOf(reader)) {
    const schedule = await reader.one('opening-hours', ref)
    if (!schedule) continue
    const made = (await exceptionsFor(schedule, box, reader)).filter(
      ({ exception }) => exception.from <= String(dates.at(-1)) && String(dates[0]) <= exception.to,
    )
    // Who shares hours and has no days of their own stands in one row.
    const key = [schedule.id, ...made.map(({ doc }) => doc.id)].join(' ')
    const row = rows.get(key)
    if (row) row.users.push(user)
    else
      rows.set(key, {
        key,
        name: schedule.name,
        users: [user],
        days: await daysOf(schedule, made, days, reader),
      })
  }
  return { dates, rows: [...rows.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'da')) }
}

/** The days on which something is special, each with what and for whom. */
export function specialDays({ dates, rows }: ComingDays): SpecialDay[] {
  const found = dates.map((date, index) => {
    const items = new Map<string, SpecialDay['items'][number]>()
    for (const { days, users } of rows) {
      const { special, hours } = days[index] ?? {}
      if (!special || hours === undefined) continue
      const key = JSON.stringify([special, hours])
      const item = items.get(key) ?? { ...special, hours, users: [] }
      items.set(key, { ...item, users: [...item.users, ...users] })
    }
    return { date, items: [...items.values()].map((item) => ({ ...item, users: inOrder(item.users) })) }
  })
  return found.filter(({ items }) => items.length > 0)
}

/** Everyone once, by name. */
const inOrder = (users: readonly HoursUser[]): HoursUser[] =>
  [...new Map(users.map((user) => [`${user.box} ${user.name}`, user])).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name, 'da'),
  )

/** Who has which hours: the press duty, and each contact box, twice if its phone has hours of its own. */
async function usersOf(reader: Reader): Promise<{ ref: Ref; box: ContactBox | null; user: HoursUser }[]> {
  const { reachable, staff } = await reader.global('press-duty')
  const boxes = await reader.all('contact-boxes')
  return [
    { ref: staff, box: null, user: { box: null, name: 'Pressevagten, pressemedarbejderne' } },
    { ref: reachable, box: null, user: { box: null, name: 'Pressevagten, hvornår pressen kan ringe' } },
    ...boxes.flatMap((box) => {
      const opening = { ref: box.openingHours, box, user: { box: box.id, name: box.name } }
      const phone = { ref: box.phoneHours, box, user: { box: box.id, name: `${box.name}, telefon` } }
      return box.phoneHours === box.openingHours ? [opening] : [opening, phone]
    }),
  ]
}

async function daysOf(
  doc: OpeningHour,
  made: readonly MadeException[],
  days: readonly number[],
  reader: Reader,
): Promise<ComingDay[]> {
  const { schedule, calendar } = await scheduleWith(doc, made, reader)
  const { hours: words } = await labels(reader)
  return days.map((day) => {
    const { spans, reason, isSpecial } = dayHours(schedule, calendar, day)
    const deciding = exceptionOn(schedule, dateOf(day))
    const exception = made.find((one) => one.exception === deciding)?.doc.id ?? null
    return {
      isOpen: spans.length > 0,
      hours: formatSpans(spans, words),
      special: isSpecial ? { reason, exception } : null,
    }
  })
}
