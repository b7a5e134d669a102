import { useDroppable } from '@dnd-kit/core'
import css from './tree.module.css'

/** dnd-kit speaks English; by keys a page is moved with »Flyt …« instead. */
export const DANISH_DRAG = {
  screenReaderInstructions: { draggable: 'Brug »Flyt …« for at flytte siden.' },
  announcements: {
    onDragStart: () => 'Siden er løftet.',
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => 'Siden bliver, hvor den er.',
  },
}

/** Where a page is let go that shall lie at the top. */
export function TopPlace() {
  const { setNodeRef, isOver } = useDroppable({ id: 'top', data: { page: null } })
  return (
    <div ref={setNodeRef} className={css.top} data-over={isOver || undefined}>
      Slip her for at lægge siden øverst
    </div>
  )
}
