/**
 * Names what Payload's admin shows and leaves without a name (WCAG 4.1.2), from what stands around it, and takes out of the way of
 * the keys what is hidden from those who hear the page. Does nothing to what has been named; may be called again and again.
 */
export function nameControls(page: Document): void {
  for (const { select, name } of NAMED)
    for (const control of page.querySelectorAll(select)) set(control, 'aria-label', name(control))
  for (const { select, attribute, value } of MENDED)
    for (const control of page.querySelectorAll(select))
      if (value === null) control.removeAttribute(attribute)
      else set(control, attribute, value)
  for (const label of page.querySelectorAll<HTMLLabelElement>('.payload__modal-item label.field-label[for]'))
    leadToField(label, page)
}

/** In a drawer Payload's label names its field with the drawer's number, which the field itself does not have. */
function leadToField(label: HTMLLabelElement, page: Document): void {
  if (page.getElementById(label.htmlFor)) return
  const own = label.closest('.field-type')?.querySelector('input[id], textarea[id]')
  if (!own || !label.htmlFor.startsWith(`${own.id}-`)) return
  if (page.getElementById(own.id) === own) return set(label, 'for', own.id)
  // The form below the drawer has a field of that name, too.
  label.id ||= `${label.htmlFor}-label`
  set(own, 'aria-labelledby', label.id)
}

/** React does not write again what it has written. */
function set(control: Element, attribute: string, value: string): void {
  if (control.getAttribute(attribute) !== value) control.setAttribute(attribute, value)
}

type Name = (control: Element) => string

/** The label of the field that a control belongs to, or null. */
function fieldOf(control: Element): string | null {
  const field = control.closest('.field-type, .ReactTable, fieldset')
  const label = field?.querySelector('.field-label, .array-field__title, .blocks-field__header h3, legend')
  return words(label)
}

/** A text without the sign of a field that must be filled in. */
function words(element: Element | null | undefined): string | null {
  const text = element?.textContent?.replace(/\*\s*$/, '').trim()
  return text || null
}

/** What a row of a list is called: its first link, else its first words. */
function rowOf(control: Element): string | null {
  const row = control.closest('tr')
  const cells = [...(row?.querySelectorAll('td') ?? [])]
  return words(row?.querySelector('td a')) ?? cells.map(words).find((text) => text !== null) ?? null
}

/** The label of a row of an array or of blocks: »01 Tekst«. */
function sectionOf(control: Element): string | null {
  const header = control
    .closest('.collapsible')
    ?.querySelector('.row-label, .blocks-field__block-header, .array-field__row-header')
  const parts = header?.children.length ? [...header.children].map(words) : [words(header)]
  return parts.filter(Boolean).join(' ') || null
}

/** One of several values that were chosen, without the buttons beside it. */
function valueOf(control: Element): string | null {
  const value = control.closest('.multi-value:not(.multi-value-remove)')
  const label = value?.querySelector('.relationship--multi-value-label__text, .rs__multi-value__label')
  return words(label) ?? words(value?.firstElementChild)
}

const about = (what: string, of: (control: Element) => string | null): Name => {
  return (control) => {
    const name = of(control)
    return name === null ? what : `${what}: ${name}`
  }
}

/** Where a value is chosen outside of a field. */
const PLACES: [string, string][] = [
  ['.condition__field', 'Felt'],
  ['.condition__operator', 'Betingelse'],
  ['.condition__value', 'Værdi'],
  ['.dashboard-breadcrumb-select', 'Oversigt'],
  ['.compare-version', 'Sammenlign med'],
]

const chosen: Name = (control) =>
  PLACES.find(([place]) => control.closest(place))?.[1] ?? fieldOf(control) ?? 'Vælg'

const STYLES: Record<string, string> = { bold: 'Fed', italic: 'Kursiv', link: 'Link' }

const NAMED: { select: string; name: Name }[] = [
  // Payload's; of ours each has its own label.
  { select: 'input[role="combobox"]:is(.rs__input, [id^="react-select"])', name: chosen },
  { select: '.clear-indicator', name: about('Ryd', chosen) },
  { select: 'td .checkbox-input input', name: about('Vælg', rowOf) },
  { select: '.ContentEditable__root', name: (control) => fieldOf(control) ?? 'Tekst' },
  { select: '.doc-controls__popup .popup-button', name: () => 'Flere handlinger' },
  { select: '.restore-version .popup-button', name: () => 'Andre måder at hente versionen frem på' },
  { select: '.clipboard-action__popup .popup-button', name: about('Kopiér og sæt ind', fieldOf) },
  { select: '.array-actions__button', name: about('Handlinger', sectionOf) },
  { select: '.toolbar-popup__button[data-button-key]', name: styleOf },
  { select: '.condition__actions-add', name: () => 'Tilføj et filter' },
  { select: '.condition__actions-remove', name: () => 'Fjern filteret' },
  { select: '.clickable-arrow--left', name: () => 'Forrige side' },
  { select: '.clickable-arrow--right', name: () => 'Næste side' },
  { select: 'td [aria-roledescription]', name: about('Flyt', rowOf) },
  { select: '.multi-value[aria-roledescription]', name: (control) => valueOf(control) ?? 'Valgt' },
  { select: '.multi-value-remove', name: about('Fjern', valueOf) },
  { select: '.collapsible__drag', name: about('Flyt', sectionOf) },
  { select: '.doc-tabs__tabs', name: () => 'Visninger' },
  // Payload names them by what programs call them.
  {
    select: 'dialog.payload__modal-item',
    name: (control) => words(control.querySelector('h1, h2')) ?? 'Vindue',
  },
]

function styleOf(control: Element): string {
  const key = control.getAttribute('data-button-key') ?? ''
  return STYLES[key] ?? words(control) ?? key
}

const MENDED: { select: string; attribute: string; value: string | null }[] = [
  // It can be used with the keys, so it is said; what only opens the list, which the field itself does, is not come to.
  { select: '.clear-indicator[aria-hidden]', attribute: 'aria-hidden', value: null },
  { select: '.dropdown-indicator[aria-hidden]', attribute: 'tabindex', value: '-1' },
  { select: '[aria-roledescription="sortable"]', attribute: 'aria-roledescription', value: 'kan flyttes' },
  // What was chosen is moved by its name, and removed by a button within it.
  { select: '.multi-value[role="button"]', attribute: 'role', value: 'group' },
  // A button within the button that moves a row does nothing of its own.
  { select: '[aria-roledescription] > .sort-row[role]', attribute: 'role', value: null },
  { select: '[aria-roledescription] > .sort-row[tabindex]', attribute: 'tabindex', value: null },
  // A column that is shown or not.
  { select: '.pill[aria-checked][role="button"]', attribute: 'role', value: 'switch' },
  // Its entries are no points of a list.
  { select: '.doc-tabs__tabs', attribute: 'role', value: 'group' },
]
