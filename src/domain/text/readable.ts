/**
 * What makes a text or anything made of texts unfit to be stored or compared, as a Danish sentence; null if nothing does.
 * PostgreSQL stores no NUL, JSON of the database no half of a character, and a name such as `__proto__` is none.
 */
export function unreadable(value: unknown): string | null {
  const rest: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  let seen = 0
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (++seen > MOST_MEMBERS) return 'Der er for meget på én gang.'
    if (typeof next.value === 'string') {
      const problem = unreadableText(next.value)
      if (problem) return problem
    } else if (typeof next.value === 'object' && next.value !== null && !isOpaque(next.value)) {
      const depth = next.depth + 1
      if (depth > MOST_DEPTH) return 'Der er for mange lag inden i hinanden.'
      if (Array.isArray(next.value))
        for (const inner of next.value as unknown[]) rest.push({ value: inner, depth })
      else
        for (const [name, inner] of Object.entries(next.value)) {
          if (NO_NAMES.has(name)) return `Navnet ${name} kan ikke bruges.`
          const problem = unreadableText(name)
          if (problem) return problem
          rest.push({ value: inner, depth })
        }
    }
  }
  return null
}

export function unreadableText(text: string): string | null {
  return text.includes('\0') || !text.isWellFormed()
    ? 'Teksten har tegn, der ikke kan gemmes (NUL eller et halvt tegn).'
    : null
}

/** A text without what cannot be stored. */
export const readableText = (text: string): string => text.replaceAll(/\0|\p{Surrogate}/gu, '')

/** The same of anything made of texts, as JSON has it. */
export const readable = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' ? readableText(inner) : inner,
  ) as Value

/** The bytes of a file are no text; a date is none either. */
const isOpaque = (value: object): boolean => ArrayBuffer.isView(value) || value instanceof Date

const NO_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

const MOST_DEPTH = 64

const MOST_MEMBERS = 100_000
