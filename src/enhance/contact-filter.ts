import { searchEntries, searchEntry } from '../domain/fold.ts'

/**
 * Lets a contact search show what matches while the visitor types, the best first, and says how many. The form still
 * leads to the results' own address. Leaves the section alone where a part of it is missing.
 */
export function narrowWhileTyping(section: HTMLElement): void {
  const input = section.querySelector('input')
  const list = section.querySelector('ul')
  const status = section.querySelector('output')
  const help = section.querySelector<HTMLElement>('[data-help]')
  if (!input || !list || !status || !help) return

  const items = [...list.children].map((element) => ({
    element: element as HTMLElement,
    entry: entryOf(element),
  }))
  const entries = items.map(({ entry }) => entry)

  const show = () => {
    const found = searchEntries(input.value, entries).flatMap((index) => items[index]?.element ?? [])
    for (const { element } of items) element.hidden = !found.includes(element)
    list.prepend(...found)
    help.hidden = found.length > 0
    const { one, many, none } = status.dataset
    const counted = found.length === 1 ? one : many
    const said = found.length === 0 ? none : counted?.replace('{count}', String(found.length))
    // Writing the same words again would make a screen reader repeat them.
    if (said !== undefined && said !== status.textContent) status.textContent = said
  }

  input.addEventListener('input', show)
  // A browser may have put back what was typed before the page was left.
  if (input.value !== '') show()
}

/** What the server searches too (src/content/contacts.ts): name, title, e-mail and phones. */
function entryOf(contact: Element) {
  const texts = [...contact.querySelectorAll('h4, p, [href^="mailto:"]')].map(
    (element) => element.textContent,
  )
  const phones = [...contact.querySelectorAll('[href^="tel:"]')].map((element) => element.textContent ?? '')
  return searchEntry(texts.join(' '), phones)
}
