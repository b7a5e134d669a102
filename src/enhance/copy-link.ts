/** Shows the button that copies the page's address, and lets it. What has been copied is said beside it. */
export function copyLink(button: HTMLButtonElement): void {
  const place = button.parentElement
  // Without an encrypted connection there is none.
  if (!place || !navigator.clipboard) return
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  place.append(said)
  place.hidden = false
  button.addEventListener('click', async () => {
    const { href } = document.querySelector<HTMLLinkElement>('link[rel=canonical]') ?? location
    said.textContent = ''
    try {
      await navigator.clipboard.writeText(href)
      said.textContent = ` ${button.dataset.copied}`
    } catch {
      // The visitor's browser does not allow it: the address stands in its bar.
      place.hidden = true
    }
  })
}
