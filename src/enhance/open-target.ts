/**
 * Unfolds the text that the address leads to, now and whenever that changes, and shows it with its title: a browser that does
 * not unfold it by itself shows nothing of it. What has moved to another page is shown there: without this script its old
 * name leads to the link to that page.
 */
export function openTarget(): void {
  addEventListener('hashchange', open)
  open()
}

function open(): void {
  const target = document.getElementById(location.hash.slice(1))
  const moved = target?.closest('[data-moved]')?.querySelector('a')
  if (moved) location.replace(moved.href.replace(/#.*/, '') + location.hash)
  const folded = target?.closest('details')
  if (!folded) return
  folded.open = true
  folded.scrollIntoView({ behavior: 'instant' })
}
