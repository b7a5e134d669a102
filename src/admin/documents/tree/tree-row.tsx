import { useDraggable, useDroppable } from '@dnd-kit/core'
import Link from 'next/link'
import { useEffect } from 'react'
import { collectionAddress } from '../../../domain/addresses.ts'
import { TREE_STATUS, type TreeLine } from '../../../domain/tree/desk-tree.ts'
import spoken from '../../accessible/spoken.module.css'
import css from './tree.module.css'

type OfRow<Kind> = { line: Extract<TreeLine, { kind: Kind }>; index: number; isCurrent: boolean }

type PageProps = OfRow<'page'> & {
  isHit: boolean
  /** Whether some page is being dragged. */
  isDragged: boolean
  onToggle: (isOpen: boolean) => void
  onMove: () => void
}

/** A page with its place and status, and what can be done with it. Its links are reached by Tab while the row has the focus. */
export function PageRow({ line, index, isCurrent, isHit, isDragged, onToggle, onMove }: PageProps) {
  const { page, level, position, size, isOpen } = line
  const { id, title, path, status, isPlanned, isYours } = page
  const drag = useDraggable({ id: `drag ${id}`, data: { page }, disabled: !isYours })
  const drop = useDroppable({ id, data: { page } })
  const tabIndex = isCurrent ? 0 : -1
  const form = `${collectionAddress('pages')}/${id}`
  const name = title || 'Uden titel'

  // Held over a closed branch, a page opens it.
  const isHeldOver = isDragged && drop.isOver && isOpen === false
  useEffect(() => {
    if (!isHeldOver) return
    const timer = setTimeout(() => onToggle(true), 800)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what it calls is made anew each time
  }, [isHeldOver])

  return (
    <tr
      ref={drop.setNodeRef}
      tabIndex={tabIndex}
      className={css.row}
      style={{ '--level': level - 1 } as React.CSSProperties}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={size}
      {...(isOpen !== null && { 'aria-expanded': isOpen })}
      data-index={index}
      data-page={id}
      data-current={isCurrent || undefined}
      data-hit={isHit || undefined}
      data-over={(drop.isOver && isDragged) || undefined}
    >
      <td className={css.name}>
        {isOpen === null ? (
          <span className={css.leaf} />
        ) : (
          // The row itself says whether it is open, and opens by an arrow.
          <button
            type="button"
            tabIndex={-1}
            aria-hidden
            className={css.toggle}
            data-open={isOpen || undefined}
            onClick={() => onToggle(!isOpen)}
          />
        )}
        <span
          ref={drag.setNodeRef}
          {...drag.listeners}
          className={css.handle}
          {...(isYours && { title: 'Træk for at flytte' })}
          aria-hidden
        >
          {isYours && '⠿'}
        </span>
        <span className={css.words}>
          <Link href={form} prefetch={false} tabIndex={tabIndex} className={css.title}>
            {name}
          </Link>
          <span className={css.path}>{path}</span>
        </span>
      </td>
      <td className={css.status} data-status={status}>
        {TREE_STATUS[status]}
        {isPlanned && ', planlagt'}
        {page.below > 0 && (
          <span className={css.number}>
            {page.below} {page.below === 1 ? 'underside' : 'undersider'}
          </span>
        )}
        {page.owner !== null && <span className={css.number}>Ejer: {page.owner}</span>}
      </td>
      <td className={css.actions}>
        <Link href={form} prefetch={false} tabIndex={tabIndex}>
          {isYours ? 'Rediger' : 'Læs'}
          <span className={spoken.only}> »{name}«</span>
        </Link>
        {isYours && (
          <Link
            href={`${collectionAddress('pages')}/create?parent=${id}`}
            prefetch={false}
            tabIndex={tabIndex}
          >
            Opret underside<span className={spoken.only}> til »{name}«</span>
          </Link>
        )}
        {status !== 'draft' && (
          <a href={path} target="_blank" rel="noreferrer" tabIndex={tabIndex}>
            Se siden<span className={spoken.only}> »{name}«</span>
          </a>
        )}
        {isYours && (
          <button type="button" tabIndex={tabIndex} onClick={onMove}>
            Flyt …<span className={spoken.only}> »{name}«</span>
          </button>
        )}
      </td>
    </tr>
  )
}

/** The line that shows more of a long branch. */
export function MoreRow({ line, index, isCurrent, onMore }: OfRow<'more'> & { onMore: () => void }) {
  return (
    <tr
      tabIndex={isCurrent ? 0 : -1}
      className={css.row}
      style={{ '--level': line.level - 1 } as React.CSSProperties}
      aria-level={line.level}
      data-index={index}
      data-current={isCurrent || undefined}
    >
      <td className={css.name}>
        <span className={css.leaf} />
        <button type="button" tabIndex={isCurrent ? 0 : -1} className={css.more} onClick={onMore}>
          Vis flere ({line.shown} af {line.total} er vist)
        </button>
      </td>
    </tr>
  )
}
