/** Shows the button that copies a page's address, and lets it. What has been copied is said beside it. */
export function copyLink(place: HTMLElement): void {
  const button = place.querySelector('button')
  // Without an encrypted connection there is none.
  if (!button || !navigator.clipboard) return
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  place.append(said)
  place.hidden = false
  button.addEventListener('click', async () => {
    said.textContent = ''
    try {
      await navigator.clipboard.writeText(place.dataset.copy ?? '')
      said.textContent = place.dataset.copied ?? ''
    } catch {
      // The visitor's browser does not allow it: the address stands in its bar.
      place.hidden = true
    }
  })
}
