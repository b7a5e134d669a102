import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { COPENHAGEN } from '../../domain/time/copenhagen.ts'
import { openingChanges } from '../../domain/hours/hours.ts'
import { pressDutyChanges } from '../../domain/hours/press-duty.ts'
import { instantAt, wallClockAt, wallClockProblem, type WallClock } from '../../domain/time/wall-clock.ts'
import type { ContactBox, HoursException } from '../../payload-types.ts'
import { contactBoxView, type ContactBoxView } from '../contacts/contact-boxes.ts'
import { pressDuty, pressDutyView, type PressDutyView } from '../hours/press-duty.ts'
import type { Reader, Ref } from '../reading/reader.ts'
import { appliesTo, boxesOf } from '../hours/exceptions.ts'
import { hoursView, scheduleOf, type HoursView } from '../hours/schedules.ts'
import { labels } from '../reading/words.ts'
import { unsavedShapes } from './unsaved.ts'

/** What visitors read at an instant (`when`: in words); or a `message` that tells the editor why there is no preview. */
export type Preview = { at: WallClock; when: string; now: WallClock } & (
  { status: 'ready'; sections: PreviewSection[] } | { status: 'invalid' | 'nothing'; message: string }
)

export type PreviewSection = {
  /** The name of the schedule; null if there is only one. */
  title: string | null
  shown: { hours: HoursView } | { box: ContactBoxView } | { duty: PressDutyView }
  changes: Changes[]
}

/** The next changes in words, such as "mandag den 23. november 2026 kl. 8.00: åbner". */
type Changes = { title: string; lines: string[] }

const MOST_CHANGES = 10

const UNREADABLE = 'Forhåndsvisningen kan ikke læse, hvad du vil se. Genindlæs siden.'

const at = z
  .object({ date: z.string(UNREADABLE), time: z.string(UNREADABLE) }, UNREADABLE)
  .superRefine((clock, context) => {
    const problem = wallClockProblem(clock)
    if (problem) context.addIssue(problem)
  })

/** `id` null: not saved yet, or a global; `data` null: the published document; `at` null: now. */
export const previewQuestion = z.object({
  slug: z.enum(['opening-hours', 'hours-exceptions', 'contact-boxes', 'press-duty'], UNREADABLE),
  id: z.number(UNREADABLE).int(UNREADABLE).positive(UNREADABLE).nullable(),
  data: z.record(z.string(), z.unknown(), UNREADABLE).nullable(),
  at: at.nullable(),
})

type Question = z.output<typeof previewQuestion>

/** What visitors read of a document or global: as it is published, or with unsaved values in its place. */
export async function preview({ slug, id, data, at }: Question, published: Reader): Promise<Preview> {
  const reader = at ? published.at(instantAt(at)) : published
  const clock = {
    at: wallClockAt(reader.now),
    when: formatInstant(reader.now),
    now: wallClockAt(published.now),
  }
  const unsaved = data && unsavedShapes[slug].safeParse(data)
  if (unsaved && !unsaved.success) {
    const message = unsaved.error.issues[0]?.message ?? ''
    return { status: 'invalid', ...clock, message }
  }
  // A new document has no id yet; 0 is never one in the database.
  const known = id ?? 0
  const read = unsaved ? reader.withUnsaved(slug, { ...unsaved.data, id: known }) : reader
  const sections = await sectionsOf[slug](known, read)
  if (sections.length > 0) return { status: 'ready', ...clock, sections }
  return {
    status: 'nothing',
    ...clock,
    message: unsaved
      ? nothing[slug]
      : 'Det er ikke offentliggjort endnu, eller ingen åbningstider følger det.',
  }
}

const nothing = {
  'opening-hours': 'Der er ikke noget at vise.',
  'hours-exceptions': 'Ingen åbningstider eller kontaktbokse følger undtagelsen.',
  'contact-boxes': 'Der er ikke noget at vise.',
  'press-duty': 'Kontaktboksen mangler et telefonnummer, eller en af åbningstiderne er ikke offentliggjort.',
}

const sectionsOf: Record<Question['slug'], (id: number, reader: Reader) => Promise<PreviewSection[]>> = {
  'opening-hours': async (id, reader) => {
    const section = await hoursSection(null, id, null, reader)
    return section ? [section] : []
  },
  'hours-exceptions': exceptionSections,
  'contact-boxes': async (id, reader) => {
    const doc = await reader.one('contact-boxes', id)
    if (!doc) return []
    const box = await contactBoxView(doc, reader)
    const { contact } = await labels(reader)
    const changes = await Promise.all([
      hoursChanges(contact.openingHours, doc.openingHours, doc, reader),
      hoursChanges(contact.phoneHours, doc.phoneHours, doc, reader),
    ])
    return [{ title: null, shown: { box }, changes: changes.flat() }]
  },
  'press-duty': async (_, reader) => {
    const duty = await pressDutyView(null, reader)
    const dated = await pressDuty(reader)
    if (!duty || !dated) return []
    const changes = pressDutyChanges(dated.duty, dated.calendar, reader.now, MOST_CHANGES)
    const lines = changes.map(({ from, status }) => `${formatInstant(from)}: ${answering[status]}`)
    return [{ title: null, shown: { duty }, changes: [{ title: 'De næste skift', lines }] }]
  },
}

const answering = {
  staff: 'pressemedarbejderne svarer',
  duty: 'pressevagten svarer',
  closed: 'lukket',
}

/** Every schedule that the exception changes, or the hours of each contact box that it is made for, by name. */
async function exceptionSections(id: number, reader: Reader): Promise<PreviewSection[]> {
  const exception: HoursException | null = await reader.one('hours-exceptions', id)
  if (!exception) return []
  const changed: { name: string; hours: Ref; box: ContactBox | null }[] =
    exception.appliesTo === 'boxes'
      ? (await boxesOf(exception, reader)).map((box) => ({
          name: box.name,
          hours: box.openingHours ?? box.phoneHours,
          box,
        }))
      : (await reader.all('opening-hours'))
          .filter((schedule) => appliesTo(exception, schedule))
          .map(({ name, id }) => ({ name, hours: id, box: null }))
  const sections = await Promise.all(
    changed
      .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
      .map(({ name, hours, box }) => hoursSection(name, hours, box, reader)),
  )
  return sections.filter((section) => section !== null)
}

async function hoursSection(
  title: string | null,
  schedule: Ref,
  box: ContactBox | null,
  reader: Reader,
): Promise<PreviewSection | null> {
  const dated = await scheduleOf(schedule, box, reader)
  if (!dated) return null
  const hours = await hoursView('opening', dated, reader)
  return { title, shown: { hours }, changes: await hoursChanges('De næste skift', schedule, box, reader) }
}

/** Empty if there is no schedule. */
async function hoursChanges(
  title: string,
  ref: Ref,
  box: ContactBox | null,
  reader: Reader,
): Promise<Changes[]> {
  const dated = await scheduleOf(ref, box, reader)
  if (!dated) return []
  const changes = openingChanges(dated.schedule, dated.calendar, reader.now, MOST_CHANGES)
  return [
    { title, lines: changes.map(({ at, open }) => `${formatInstant(at)}: ${open ? 'åbner' : 'lukker'}`) },
  ]
}

const dayAndTime = new Intl.DateTimeFormat('da-DK', {
  timeZone: COPENHAGEN,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})

const formatInstant = (instant: Temporal.Instant): string => dayAndTime.format(instant.epochMilliseconds)
