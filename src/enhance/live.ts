/** The longest wait between two looks at the page, in milliseconds. */
const POLL = 30_000
/** The wait after something runs out: the server's clock is known to the second, and its page is new soon after. */
const SETTLE = 1_500
/** The wait if the page still shows what has run out. */
const RETRY = 5_000
/** How long to wait for an answer. */
const PATIENCE = 10_000

/**
 * Keeps every `[data-live]` element of an open page up to date: fetches the page again when one of them runs out
 * (`data-until`, by the server's clock), when the visitor comes back to the page, and every half minute. If the server
 * does not answer, the page stays as it is.
 */
export function keepFresh(): void {
  const status = document.createElement('p')
  status.className = 'sr'
  status.setAttribute('role', 'status')
  document.body.append(status)

  // The server's clock minus the visitor's; known after the first answer.
  let ahead = 0
  let timer = 0

  const refresh = async () => {
    clearTimeout(timer)
    if (document.hidden) return
    try {
      const response = await fetch(location.pathname + location.search, {
        cache: 'no-cache',
        signal: AbortSignal.timeout(PATIENCE),
      })
      const date = Date.parse(response.headers.get('date') ?? '')
      if (date) ahead = date - Date.now()
      if (response.ok) {
        const changes = redraw(new DOMParser().parseFromString(await response.text(), 'text/html'))
        if (changes.length > 0) status.textContent = changes.join('. ')
      }
    } catch {
      // No connection: the next round tries again.
    }
    plan()
  }

  const plan = () => {
    clearTimeout(timer)
    const now = Date.now() + ahead
    const waits = [...document.querySelectorAll<HTMLElement>('[data-until]')].map((element) => {
      const wait = Date.parse(element.dataset.until ?? '') - now + SETTLE
      return wait > 0 ? wait : RETRY
    })
    timer = window.setTimeout(refresh, Math.min(POLL, ...waits))
  }

  document.addEventListener('visibilitychange', refresh)
  addEventListener('pageshow', ({ persisted }) => persisted && refresh())
  plan()
}

/** Replaces the elements that differ; returns what is said of it: who answers the press, or else each box by its name. */
function redraw(fresh: Document): string[] {
  const changed = [...document.querySelectorAll<HTMLElement>('[data-live]')].flatMap((old) => {
    const next = fresh.querySelector<HTMLElement>(`[data-live="${CSS.escape(old.dataset.live ?? '')}"]`)
    if (!next || next.outerHTML === old.outerHTML) return []
    const focused = [...old.querySelectorAll('a')].findIndex((link) => link === document.activeElement)
    old.replaceWith(next)
    const links = next.querySelectorAll('a')
    if (focused >= 0) (links[focused] ?? links[0])?.focus({ preventScroll: true })
    const isChanged =
      old.dataset.pressDuty !== next.dataset.pressDuty || old.dataset.open !== next.dataset.open
    return isChanged ? [next] : []
  })
  const duty = changed.filter(({ dataset }) => dataset.pressDuty !== undefined)
  return (duty.length > 0 ? duty : changed).map(wordsOf)
}

/** `By og Land: Telefontider: Lukket nu, åbner i morgen kl. 8.00` */
function wordsOf(element: HTMLElement): string {
  const now = [...element.querySelectorAll('[data-part=now], [data-part=until]')]
    .map((part) => part.textContent)
    .join(' ')
  const names =
    element.dataset.pressDuty === undefined ? [nameOf(element.closest('article')), nameOf(element)] : []
  return [...names.filter(Boolean), now].join(': ')
}

/** The heading, without what only a list of headings needs after it. */
const nameOf = (element: Element | null) => element?.querySelector('h2, h3, h4, h5')?.firstChild?.textContent
