import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What tells of time: the machine's zone could make it another day. */
const TIME = /\b(Temporal|Date|TZ|timeZone|clock|monday|brute-force|times)\b|\b\d{4}-\d\d-\d\d\b/

/** The unit tests that name a time, or what helps with it. For the others one time zone is enough. */
export const timelyTests = (): string[] =>
  readdirSync('tests/unit', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join('tests/unit', file))
    .filter((file) => TIME.test(readFileSync(file, 'utf8')))
