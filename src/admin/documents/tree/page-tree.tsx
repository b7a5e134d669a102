'use client'

import { DndContext, DragOverlay, PointerSensor, pointerWithin, useSensor, useSensors } from '@dnd-kit/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { linesOf, type Move, type TreePage } from '../../../domain/tree/desk-tree.ts'
import { MoveDialog } from './move-dialog.tsx'
import { SearchField } from './search-field.tsx'
import { DANISH_DRAG, TopPlace } from './drag.tsx'
import { stepOf } from './tree-keys.ts'
import { MoreRow, PageRow } from './tree-row.tsx'
import { useTree } from './use-tree.ts'
import css from './tree.module.css'

/** Which page is to move, and where to, if that has been said. */
type Moving = { page: TreePage; to?: TreePage | null }

/** The pages as a tree: opened by branch, searched, and moved by drag or by keys. */
export function PageTree() {
  const { tree, found, problem, load, toggle, search, refresh } = useTree()
  const [current, setCurrent] = useState(0)
  const [moving, setMoving] = useState<Moving | null>(null)
  const [dragged, setDragged] = useState<TreePage | null>(null)
  const [told, setTold] = useState('')
  const grid = useRef<HTMLTableElement>(null)
  /** The page whose row gets the focus once it is there. */
  const sought = useRef<number | null>(null)
  const help = useId()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const lines = linesOf(tree)
  const at = Math.min(current, Math.max(lines.length - 1, 0))
  const hits = new Set(found?.hits)

  useEffect(() => {
    const index = lines.findIndex((line) => line.kind === 'page' && line.page.id === sought.current)
    if (index === -1 || moving) return
    sought.current = null
    focusLine(index)
  })

  function focusLine(index: number) {
    setCurrent(index)
    grid.current?.querySelectorAll<HTMLElement>('tr')[index]?.focus()
  }

  function press(event: KeyboardEvent<HTMLElement>) {
    const target = event.target as HTMLElement
    const row = target.closest<HTMLElement>('tr')
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const index = Number(row.dataset.index)
    const isRow = target === row
    // From a link of the row, an arrow to the left leads back to the row; letters and the like are the link's.
    if (!isRow && event.key === 'ArrowLeft') {
      event.preventDefault()
      return focusLine(index)
    }
    if (!isRow && !['ArrowUp', 'ArrowDown'].includes(event.key)) return
    if (isRow && event.key === 'Enter') return row.querySelector<HTMLElement>('a, button')?.click()
    const step = stepOf(event.key, lines, index)
    if (!step) return
    event.preventDefault()
    if ('to' in step) focusLine(step.to)
    else void toggle(step.id, step.isOpen)
  }

  async function moved({ title, from, to }: Move, place: TreePage | null) {
    const page = moving?.page
    setMoving(null)
    if (!page) return
    await refresh(page.parent ?? 0, place?.id ?? 0)
    // Its row stands elsewhere now.
    sought.current = page.id
    setTold(
      `»${title}« ligger nu ${place ? `under »${place.title}«` : 'øverst'}${from === to ? '' : `, på ${to}`}.`,
    )
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={DANISH_DRAG}
      onDragStart={({ active }) => setDragged((active.data.current?.page as TreePage | undefined) ?? null)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={({ over }) => {
        setDragged(null)
        const to = over?.data.current?.page as TreePage | null | undefined
        if (
          dragged &&
          over &&
          to !== undefined &&
          (to?.id ?? null) !== dragged.parent &&
          to?.id !== dragged.id
        )
          setMoving({ page: dragged, to })
      }}
    >
      <SearchField onSearched={(q) => void search(q)} />
      <p id={help} className={css.help}>
        Pil op og ned går mellem siderne, pil til højre og venstre åbner og lukker, Enter retter. Træk en side
        i <span aria-hidden>⠿</span>, eller vælg »Flyt …«.
      </p>
      <output className={css.told}>{told}</output>
      <p role="alert" className={css.problem}>
        {problem}
      </p>
      {found && (
        <output className={css.count}>
          {found.hits.length === 0
            ? 'Ingen sider har det i titlen eller adressen.'
            : found.hasMore
              ? `Her er de første ${found.hits.length}. Skriv mere for at finde færre.`
              : found.hits.length === 1
                ? 'Én side fundet.'
                : `${found.hits.length} sider fundet.`}
        </output>
      )}
      {dragged && <TopPlace />}
      {lines.length > 0 && (
        <table
          ref={grid}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA’s own pattern
          role="treegrid"
          aria-label="Sider"
          aria-describedby={help}
          className={css.tree}
          onKeyDown={press}
          onFocus={({ target }) => {
            const row = target.closest<HTMLElement>('tr')
            if (row) setCurrent(Number(row.dataset.index))
          }}
        >
          <tbody>
            {lines.map((line, index) =>
              line.kind === 'page' ? (
                <PageRow
                  key={line.page.id}
                  line={line}
                  index={index}
                  isCurrent={index === at}
                  isHit={hits.has(line.page.id)}
                  isDragged={dragged !== null}
                  onToggle={(isOpen) => void toggle(line.page.id, isOpen)}
                  onMove={() => setMoving({ page: line.page })}
                />
              ) : (
                <MoreRow
                  key={`more ${line.parent}`}
                  line={line}
                  index={index}
                  isCurrent={index === at}
                  onMore={() => void load(line.parent, line.shown)}
                />
              ),
            )}
          </tbody>
        </table>
      )}
      <DragOverlay dropAnimation={null}>
        {dragged && <div className={css.dragged}>{dragged.title}</div>}
      </DragOverlay>
      {moving && (
        <MoveDialog
          {...moving}
          onMoved={(move, place) => void moved(move, place)}
          onClosed={() => {
            sought.current = moving.page.id
            setMoving(null)
          }}
        />
      )}
    </DndContext>
  )
}
