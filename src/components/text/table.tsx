import type { ReactNode } from 'react'
import type { Inline, RichTextNode, RichTextTable } from '../../content/pages/rich-text.ts'
import css from './table.module.css'

type Props = {
  table: RichTextTable
  words: (nodes: Inline[]) => ReactNode
  node: (node: RichTextNode, key: number) => ReactNode
}

/**
 * A table. Where its columns have no room, each row stands as a list with the column's heading before each value, so that
 * nobody has to read in two directions (WCAG 1.4.10). The roles are what the elements are anyway: Safari forgets them when
 * they are laid out as something else.
 */
export function Table({ table, words, node }: Props) {
  const { caption, head, rows } = table
  const columns = Math.max(head?.length ?? 0, ...rows.map((cells) => cells.length))
  return (
    <div className={`${css.room} ${css[columns > 6 ? 'many' : `c${columns}`] ?? ''}`}>
      <table role="table">
        {caption && <caption>{words(caption)}</caption>}
        {head && (
          <thead role="rowgroup">
            <tr role="row">
              {head.map((cell, i) =>
                cell.length ? (
                  <th key={i} scope="col" role="columnheader">
                    {words(cell)}
                  </th>
                ) : (
                  <td key={i} role="cell" />
                ),
              )}
            </tr>
          </thead>
        )}
        <tbody role="rowgroup">
          {rows.map((cells, i) => (
            <tr key={i} role="row">
              {cells.map(({ isHeading, label, body }, j) => {
                const inside =
                  body[0]?.type === 'paragraph' && body.length === 1
                    ? words(body[0].children)
                    : body.map(node)
                return isHeading && body.length ? (
                  <th key={j} scope="row" role="rowheader">
                    {inside}
                  </th>
                ) : (
                  <td key={j} role="cell" data-label={(body.length && label) || undefined}>
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
