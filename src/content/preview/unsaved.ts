import { z } from 'zod'
import { parsePhone, parseShortPhone } from '../../domain/phone.ts'
import { readWeek } from '../../domain/hours/read-week.ts'
import { exceptionProblem } from '../../domain/hours/span-problems.ts'
import { isTimeOfDay, readTimeOfDay } from '../../domain/hours/spans.ts'
import { weekProblem, type Week } from '../../domain/hours/week.ts'
import { fromStored } from '../../domain/time/stored-date.ts'
import { isDate } from '../../domain/time/typed-date.ts'

// The fields that a preview reads, as Payload's form has them before they are saved: a date as an instant, a
// relationship as an id, an empty field as null, '' or not at all. Messages are Danish and for the editor.

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const optionalRef = z.number().nullish()
/** The form has 0 in the place of an empty array. */
const rows = <Row extends z.ZodType>(row: Row) => z.preprocess((value) => value || [], z.array(row))
const BOTH_TIMES = 'Skriv både fra og til.'
const time = z.string(BOTH_TIMES).min(1, BOTH_TIMES).max(20, BOTH_TIMES).transform(readTimeOfDay)
const span = z.object({ from: time, to: time, nextDay: z.boolean().nullish() })
const week = z.unknown().transform((value, context): Week => {
  const entered = readWeek(value)
  const problem = entered ? weekProblem(entered) : 'Udfyld ugen.'
  if (problem) context.addIssue(problem)
  return entered ?? z.NEVER
})

const date = (error: string) =>
  z.string({ error }).check(({ value, issues }) => {
    const found = fromStored(value)
    if (!isDate(found))
      issues.push({ code: 'custom', input: value, message: value ? `»${value}« er ikke en dato.` : error })
  })

const openingHours = z.object({
  name: text,
  week,
  followsCalendar: z.boolean().nullish(),
  laterWeeks: rows(z.object({ from: date('Vælg, fra hvornår de nye tider gælder.'), week })),
})

const hoursException = z
  .object({
    from: date('Vælg den første dato.'),
    to: text,
    kind: z.enum(['closed', 'closesFrom', 'spans'], { error: 'Vælg, hvad der gælder.' }),
    closesFrom: text.transform(readTimeOfDay),
    spans: rows(span),
    reason: text,
    appliesTo: z.enum(['calendar', 'chosen', 'boxes'], { error: 'Vælg, hvem det gælder.' }),
    schedules: z.array(z.number()).nullish(),
    boxes: z.array(z.number()).nullish(),
    departments: z.array(z.number()).nullish(),
  })
  .superRefine((exception, context) => {
    const problem = problemOfException(exception)
    if (problem) context.addIssue(problem)
  })

const contactBox = z.looseObject({
  name: text,
  slug: text,
  phone: text.transform((value, context) => {
    if (!value) return null
    const phone = parsePhone(value) ?? parseShortPhone(value)
    if (!phone) context.addIssue(`»${value}« er ikke et telefonnummer.`)
    return phone
  }),
  department: optionalRef,
  openingHours: optionalRef,
  phoneHours: optionalRef,
})

const pressDuty = z.object({
  contactBox: z.number({ error: 'Vælg pressevagtens kontaktboks.' }),
  reachable: z.number({ error: 'Vælg, hvornår pressen kan ringe.' }),
  staff: z.number({ error: 'Vælg, hvornår pressemedarbejderne er på arbejde.' }),
  lead: optionalRef,
  heading: text,
  staffText: text,
  dutyText: text,
  closedText: text,
  leadLabel: text,
  phoneLabel: text,
  inDoubt: text,
})

/** What can be previewed, with the shape of its unsaved form. */
export const unsavedShapes = {
  'opening-hours': openingHours,
  'hours-exceptions': hoursException,
  'contact-boxes': contactBox,
  'press-duty': pressDuty,
}

function problemOfException(exception: {
  from: string
  to: string
  kind: 'closed' | 'closesFrom' | 'spans'
  closesFrom: string
  spans: z.output<typeof span>[]
}): string | null {
  const { kind, closesFrom, spans } = exception
  const [from, to] = [fromStored(exception.from), fromStored(exception.to || exception.from)] as const
  if (kind === 'closed') return exceptionProblem({ from, to, hours: { type: 'closed' } })
  if (kind === 'spans') {
    if (spans.length === 0) return 'Skriv mindst ét tidsrum, eller vælg »Lukket«.'
    return exceptionProblem({ from, to, hours: { type: 'spans', spans } })
  }
  if (!isTimeOfDay(closesFrom)) return 'Skriv, hvornår der lukkes, for eksempel 12:00.'
  return exceptionProblem({ from, to, hours: { type: 'closesFrom', time: closesFrom } })
}
