/**
 * Unfolds the text that the address leads to, now and whenever that changes, and shows it with its title: a browser that does
 * not unfold it by itself shows nothing of it.
 */
export function openTarget(): void {
  addEventListener('hashchange', open)
  open()
}

function open(): void {
  const folded = document.getElementById(location.hash.slice(1))?.closest('details')
  if (!folded) return
  folded.open = true
  folded.scrollIntoView({ behavior: 'instant' })
}
