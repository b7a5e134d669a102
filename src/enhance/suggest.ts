import { askWhileTyping } from './ask-while-typing.ts'
import { make, set } from './elements.ts'

const LEAST_LETTERS = 2

/**
 * Shows pages and people below a search field while the visitor types, by the ARIA pattern »editable combobox with manual
 * selection«: arrow keys move, Enter follows, Escape closes. The form works as before; without an answer nothing is shown.
 */
export function suggestWhileTyping(form: HTMLFormElement): void {
  const input = form.querySelector('input')
  if (!input) return

  const { suggest: name = '', counted = '', none = '', suggestionsFrom: from = '' } = form.dataset
  const list = make('div', { id: 'soeg-forslag', role: 'listbox', 'aria-label': name })
  list.hidden = true
  const status = make('p', { class: 'sr', role: 'status' })
  form.append(list, status)
  set(input, {
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  })

  /** The index of the option that the arrow keys are at; -1 for the field itself. */
  let active = -1

  const fill = (suggestions: Suggestion[], said?: string) => {
    const options = suggestions.map(({ text, url, type }, index) => {
      const option = make('a', { id: `${list.id}-${index}`, role: 'option', href: url, tabindex: '-1' })
      option.append(text, make('span', {}, type))
      return option
    })
    list.replaceChildren(...options)
    open(options.length > 0, said)
  }

  /** @param ifEmpty what is said if there is nothing to open */
  const open = (isOpen: boolean, ifEmpty = '') => {
    list.hidden = !isOpen
    set(input, { 'aria-expanded': String(isOpen) })
    goTo(-1)
    const said = isOpen ? counted.replace('{count}', String(list.children.length)) : ifEmpty
    // Writing the same words again would make a screen reader repeat them.
    if (said !== status.textContent) status.textContent = said
  }

  const goTo = (index: number) => {
    active = index
    for (const [at, option] of [...list.children].entries())
      set(option, { 'aria-selected': String(at === index) })
    const option = list.children[index]
    option?.scrollIntoView({ block: 'nearest' })
    if (option) set(input, { 'aria-activedescendant': option.id })
    else input.removeAttribute('aria-activedescendant')
  }

  /** Closes the list and drops an answer that is under way. */
  const close = () => {
    drop()
    open(false)
  }

  const move = (step: number) => {
    if (list.hidden) open(true)
    // The field itself is one of the stops.
    const stops = list.children.length + 1
    goTo(((active + 1 + step + stops) % stops) - 1)
  }

  /** Whether the key was one for the list. */
  const press = (key: string): boolean => {
    const isOpen = !list.hidden
    if (key === 'ArrowDown' && list.children.length > 0) move(1)
    else if (key === 'ArrowUp' && isOpen) move(-1)
    // Once to close the list, once more to empty the field.
    else if (key === 'Escape' && isOpen) close()
    else if (key === 'Escape' && input.value !== '') clear()
    else if (key === 'Enter' && active >= 0) (list.children[active] as HTMLElement).click()
    else return false
    return true
  }

  const clear = () => {
    close()
    input.value = ''
    list.replaceChildren()
  }

  input.addEventListener('keydown', (event) => {
    // While a character is being composed, keys belong to the input method.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (press(event.key)) event.preventDefault()
    // The other keys move within the text.
    else if (/^(Home|End|Arrow)/.test(event.key)) goTo(-1)
  })
  input.addEventListener('input', () => goTo(-1))
  const { drop } = askWhileTyping<Answer>(input, from, LEAST_LETTERS, (answer) =>
    fill(answer?.suggestions ?? [], answer ? none : ''),
  )
  input.addEventListener('blur', close)
  form.addEventListener('submit', close)
  // Pressing an option must not take the focus from the field: that would close the list first.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', close)
}

type Suggestion = { text: string; url: string; type: string }
type Answer = { suggestions: Suggestion[] }
