import css from '../kept.module.css'

/** What was typed, or pasted with its formats. */
export type Piece = string | DataTransfer

/** Signs of no language, one for each paste: so what is typed around it, and taken back, stays in order. */
const FIRST_PASTE = 0xe000
const MOST_PASTES = 100

/**
 * A field out of sight that has the cursor while the form takes nothing: a real one, so that dead keys, input methods, pastes
 * and steps back do there what they always do.
 */
export class Catcher {
  private readonly field = document.createElement('textarea')
  private readonly pastes: DataTransfer[] = []

  /** @param beside what has the cursor: a dialog lets it go nowhere else @param takesFormats whether it is a rich text */
  constructor(beside: HTMLElement, takesFormats: boolean) {
    this.field.className = css.catcher ?? ''
    this.field.setAttribute('aria-label', 'Skriv videre, mens der gemmes')
    // Nobody comes here by the keys from elsewhere, such as a message.
    this.field.tabIndex = -1
    this.field.addEventListener('keydown', (event) => {
      // There is nowhere to go to yet.
      if (event.key === 'Tab') event.preventDefault()
    })
    if (takesFormats) this.field.addEventListener('paste', (event) => this.paste(event))
    const around = beside.closest<HTMLElement>('dialog, [role="dialog"]') ?? document.body
    around.append(this.field)
    this.focus()
  }

  focus(): void {
    this.field.focus({ preventScroll: true })
  }

  isEmpty(): boolean {
    return this.field.value === ''
  }

  has(element: unknown): boolean {
    return element === this.field
  }

  paste(event: ClipboardEvent): void {
    const { clipboardData } = event
    if (!clipboardData?.types.includes('text/html') || this.pastes.length >= MOST_PASTES) return
    event.preventDefault()
    const copied = new DataTransfer()
    for (const type of clipboardData.types)
      if (type !== 'Files') copied.setData(type, clipboardData.getData(type))
    const sign = String.fromCharCode(FIRST_PASTE + this.pastes.length)
    this.pastes.push(copied)
    this.focus()
    document.execCommand('insertText', false, sign)
  }

  /** What has been caught, in order; the cursor is nowhere after that. */
  end(): Piece[] {
    const caught = this.field.value.split(/([\ue000-\ue063])/).filter(Boolean)
    this.field.remove()
    return caught.map((part) => this.pastes[part.charCodeAt(0) - FIRST_PASTE] ?? part)
  }
}
