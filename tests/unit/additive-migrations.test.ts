import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../migrations')

/** Migrations from before the rule: they ran with the site stopped. */
const LAST_WITHOUT = '20261127_220000_change_log'

/** What takes away or tightens something that the release before may still use. */
const breaks: [what: string, pattern: RegExp][] = [
  ['drops', /\bDROP\s+(TABLE|COLUMN|TYPE|SCHEMA|VIEW|SEQUENCE|FUNCTION|ROUTINE|PROCEDURE|DEFAULT)\b/i],
  ['drops', /\bALTER\s+TABLE\b[^;]*\bDROP\s+(?!CONSTRAINT|NOT\s+NULL|EXPRESSION|IDENTITY)/i],
  ['renames', /\bRENAME\b/i],
  ['changes a type', /\bALTER\s+(COLUMN\s+)?\S+\s+(SET\s+DATA\s+)?TYPE\b/i],
  ['demands a value', /\bSET\s+NOT\s+NULL\b/i],
  ['demands a value', /\bADD\s+COLUMN\b(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT\s+NULL\b/i],
  ['refuses rows', /\bADD\s+CONSTRAINT\b(?![^,;]*\bFOREIGN\s+KEY\b)[^,;]*\b(CHECK|UNIQUE|EXCLUDE)\b/i],
  ['refuses rows', /\bCREATE\s+UNIQUE\s+INDEX\b/i],
  // A trigger that is called before rows are removed removes none.
  ['removes rows', /(?<!\b(BEFORE|AFTER|OR)\s+)\b(TRUNCATE|DELETE\s+FROM)\b/i],
]

/** What a migration breaks for the release before it, unless it names the release that stopped using it. */
function broken(text: string): string[] {
  // Going back is by backup, so only `up` counts.
  const up = text.split(/export (?:async )?function down|export const down/)[0] ?? ''
  if (/\/\/ Unused since release \d+\.\d+\.\d+:/.test(up)) return []
  const sql = up.replaceAll(/--.*$/gm, '').replaceAll('"', '')
  return [...new Set(breaks.filter(([, pattern]) => pattern.test(sql)).map(([what]) => what))]
}

test.for<[sql: string, what: string[]]>([
  ['CREATE TABLE notes (id serial PRIMARY KEY, text varchar NOT NULL)', []],
  ['ALTER TABLE "people" ADD COLUMN "room" varchar', []],
  ['ALTER TABLE "people" ADD COLUMN "room" varchar DEFAULT \'\' NOT NULL', []],
  ['ALTER TABLE "people" ALTER COLUMN "room" DROP NOT NULL; DROP INDEX people_room', []],
  ['DROP TABLE people', ['drops']],
  ['ALTER TABLE "people" DROP COLUMN "room"', ['drops']],
  ['ALTER TABLE people DROP room', ['drops']],
  ['ALTER TABLE people RENAME COLUMN room TO office', ['renames']],
  ['ALTER TABLE "people" ALTER COLUMN "room" SET DATA TYPE integer', ['changes a type']],
  ['ALTER TABLE "people" ALTER "room" TYPE integer', ['changes a type']],
  ['ALTER TABLE "people" ALTER COLUMN "room" SET NOT NULL', ['demands a value']],
  ['ALTER TABLE "people" ADD COLUMN "room" varchar NOT NULL', ['demands a value']],
  ['CREATE UNIQUE INDEX people_room ON people (room)', ['refuses rows']],
  ['ALTER TABLE people ADD CONSTRAINT room CHECK (room > 0)', ['refuses rows']],
  ['TRUNCATE people', ['removes rows']],
  ['CREATE TRIGGER keep BEFORE TRUNCATE ON people EXECUTE FUNCTION keep()', []],
  ['// Unused since release 1.1.0: rooms are offices\nALTER TABLE people DROP COLUMN room', []],
  ['SELECT 1 }\nexport async function down() { DROP TABLE people', []],
])('%s: %s', ([sql, what]) => expect(broken(sql)).toEqual(what))

test('a new migration leaves the release before it able to work', () => {
  const files = readdirSync(folder).filter((file) => /^\d.*\.ts$/.test(file))
  const fresh = files.filter((file) => path.basename(file, '.ts') > LAST_WITHOUT)
  const wrong = fresh.map((file) => [file, broken(readFileSync(path.join(folder, file), 'utf8'))] as const)
  expect(
    wrong.filter(([, what]) => what.length > 0),
    `While machines are updated one after the other, the release before this one works on the database too. Add first;
    take away in a later release, with a line "// Unused since release X.Y.Z: why" that names the earlier one.`,
  ).toEqual([])
})
