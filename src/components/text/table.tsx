import type { ReactNode } from 'react'
import type { Inline, RichTextNode, RichTextTable } from '../../content/pages/rich-text.ts'
import css from './table.module.css'

/** What the elements are anyway. Safari forgets it when they are laid out as something else. */
const AS = Object.fromEntries(
  ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'].map((role) => [role, { role }]),
)

type Props = {
  table: RichTextTable
  words: (nodes: Inline[]) => ReactNode
  node: (node: RichTextNode, key: number) => ReactNode
}

/**
 * A table. Where its columns have no room, each row stands as a list with the column's heading before each value, so that
 * nobody has to read in two directions (WCAG 1.4.10).
 */
export function Table({ table, words, node }: Props) {
  const { caption, head, rows } = table
  const columns = Math.max(head?.length ?? 0, ...rows.map((cells) => cells.length))
  return (
    <div className={`${css.room} ${css[columns > 6 ? 'many' : `c${columns}`] ?? ''}`}>
      <table {...AS.table}>
        {caption && <caption>{words(caption)}</caption>}
        {head && (
          <thead {...AS.rowgroup}>
            <tr {...AS.row}>
              {head.map((cell, i) =>
                cell.length ? (
                  <th key={i} scope="col" {...AS.columnheader}>
                    {words(cell)}
                  </th>
                ) : (
                  <td key={i} {...AS.cell} />
                ),
              )}
            </tr>
          </thead>
        )}
        <tbody {...AS.rowgroup}>
          {rows.map((cells, i) => (
            <tr key={i} {...AS.row}>
              {cells.map(({ isHeading, label, body }, j) => {
                const inside =
                  body[0]?.type === 'paragraph' && body.length === 1
                    ? words(body[0].children)
                    : body.map(node)
                return isHeading && body.length ? (
                  <th key={j} scope="row" {...AS.rowheader}>
                    {inside}
                  </th>
                ) : (
                  <td key={j} {...AS.cell} data-label={(body.length && label) || undefined}>
                    {inside}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
