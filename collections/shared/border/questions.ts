import { z } from 'zod'
import { unreadable } from '../../../src/domain/text/readable.ts'

/** What is asked of a list, by REST or in code; null if it can be answered, otherwise a Danish sentence. */
export function questionProblem(question: unknown): string | null {
  const parsed = schema.safeParse(question)
  if (!parsed.success) return parsed.error.issues[0]?.message ?? UNREADABLE
  return unreadable(parsed.data.where)
}

/** Whether a condition asks for anything: an empty one, a list of none, and all that is like nothing, is every document. */
export function isCondition(where: unknown): boolean {
  if (typeof where !== 'object' || where === null) return false
  return Object.entries(where).some(([name, asked]) =>
    ['and', 'or'].includes(name.toLowerCase())
      ? Array.isArray(asked) && asked.some(isCondition)
      : Object.entries((asked ?? {}) as object).some(
          ([operator, value]) => value !== '' || ['equals', 'not_equals', 'exists'].includes(operator),
        ),
  )
}

const UNREADABLE = 'Spørgsmålet kan ikke læses.'

const count = (name: string, from: number, most: number) => {
  const message = `Skriv et helt tal fra ${from} til ${most} i ${name}.`
  return z.number(message).int(message).min(from, message).max(most, message).nullish()
}

// Of Payload's others, `all` is not made for PostgreSQL, and the site has no places on a map.
// prettier-ignore
const OPERATORS = new Set([
  'equals', 'not_equals', 'in', 'not_in', 'exists', 'greater_than', 'greater_than_equal', 'less_than',
  'less_than_equal', 'like', 'not_like', 'contains',
])

type Where = { [name: string]: unknown }

/** `and` and `or` hold conditions; everything else is a field with operators and their values. */
const where: z.ZodType<Where> = z.lazy(() =>
  z
    .record(z.string().regex(/^[\w.-]{1,200}$/, WHERE), z.unknown(), WHERE)
    .superRefine((conditions, context) => {
      for (const [name, value] of Object.entries(conditions)) {
        const isRight = ['and', 'or'].includes(name.toLowerCase())
          ? z
              .array(where)
              .max(200)
              .safeParse(value ?? []).success
          : operators.safeParse(value).success && !isOneOfMany(name, value)
        if (!isRight) context.addIssue({ code: 'custom', message: WHERE })
      }
    }),
)

/** Of what a lock is of, Payload makes no SQL for a list that is no list. */
const isOneOfMany = (name: string, asked: unknown): boolean =>
  name === 'document.value' &&
  Object.entries((asked ?? {}) as object).some(
    ([operator, value]) => ['in', 'not_in'].includes(operator) && !Array.isArray(value),
  )

const WHERE = 'Betingelserne i where kan ikke læses.'

const one = z.union([z.string().max(2000), z.number(), z.boolean(), z.null(), z.date()])

/** A document of one of several collections, as the admin's filters name it. */
const document = z.strictObject({
  relationTo: z.string().max(100),
  value: z.union([z.string().max(20), z.number()]),
})

const operators = z
  .record(
    z.string().refine((name) => OPERATORS.has(name)),
    z.union([one, document, z.array(one).max(5000), z.undefined()]),
  )
  .refine(
    ({ like, not_like }) =>
      ![like, not_like].some((value) => value !== undefined && typeof value !== 'string'),
  )

const FIELDS = 'Felterne kan ikke læses.'

const chosen: z.ZodType = z.lazy(() =>
  z.union([z.boolean(), z.enum(['true', 'false', '0', '1', '']), z.record(z.string(), chosen)], FIELDS),
)

/** Documents in one answer: so many with all their fields take the server's one processor for a fifth of a second. */
export const MOST_AT_ONCE = 1000

const schema = z.object(
  {
    page: count('page', 0, 1_000_000),
    limit: count('limit', 0, MOST_AT_ONCE),
    depth: count('depth', 0, 10),
    where: where.nullish(),
    sort: z
      .union([z.string(), z.array(z.string()).max(20)])
      .refine(
        (by) => [by].flat().every((name) => /^-?[\w.]{0,200}$/.test(name)),
        'Der kan ikke sorteres sådan i sort.',
      )
      .nullish(),
    select: z.record(z.string(), chosen, FIELDS).nullish(),
    populate: z.record(z.string(), chosen, FIELDS).nullish(),
  },
  UNREADABLE,
)
