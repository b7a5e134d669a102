import type { HoursTable } from '../hours/schedules.ts'
import { listWords } from '../../domain/words/list-words.ts'
import { fill } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'
import type { ContactBoxView } from './contact-boxes.ts'

/** Contact boxes that stand together. `common`: the special days that they share, said once; `name` is unique on the page. */
export type ContactBoxes = { boxes: ContactBoxView[]; common: { name: string; table: HoursTable } | null }

/**
 * Moves the special days that are the same for all boxes that have any out of them. If some boxes have hours but no special
 * days, the caption says so by their names. Days stay where they are if they are not the same, or if one box only has any.
 */
export function withCommonDays(boxes: ContactBoxView[], words: Words['contact']): ContactBoxes {
  const first = boxes[0]
  const having = boxes.filter(({ hours }) => hours.some(({ view }) => view.exceptions))
  const without = boxes.filter((box) => box.hours.length > 0 && !having.includes(box))
  const schedules = having.flatMap(({ hours }) => hours.map(({ view }) => rowsOf(view)))
  const common = schedules.reduce<Row[]>(
    (kept, rows) => kept.filter((row) => rows.some((other) => isSame(row, other))),
    [...(schedules[0] ?? [])],
  )
  if (!first || having.length < 2 || common.length === 0) return { boxes, common: null }
  const caption =
    without.length === 0
      ? words.commonSpecialDays
      : fill(words.commonSpecialDaysBut, { names: listWords(without.map(({ name }) => name)) })
  return {
    boxes: boxes.map((box) => ({
      ...box,
      hours: box.hours.map(({ name, view }) => ({ name, view: { ...view, exceptions: ownDays(view) } })),
    })),
    common: { name: `${first.id}-common`, table: { caption, rows: common } },
  }

  function ownDays({ exceptions }: { exceptions: HoursTable | null }): HoursTable | null {
    const rows = exceptions?.rows.filter((row) => !common.some((other) => isSame(row, other))) ?? []
    return exceptions && rows.length > 0 ? { ...exceptions, rows } : null
  }
}

type Row = HoursTable['rows'][number]

const rowsOf = ({ exceptions }: { exceptions: HoursTable | null }): readonly Row[] => exceptions?.rows ?? []

const isSame = (row: Row, other: Row): boolean => row.days === other.days && row.hours === other.hours
