/** How long a pause in typing must be before the server is asked, in milliseconds. */
const PAUSE = 150

/**
 * Asks `address?q=…` for what a visitor types into a field, each time they pause. `show` gets the newest answer; null if
 * there is none, or at once if fewer than `least` letters are typed.
 * @returns `ask` acts as if something had just been typed; `drop` cancels what is under way
 */
export function askWhileTyping<Answer>(
  input: HTMLInputElement,
  address: string,
  least: number,
  show: (answer: Answer | null) => void,
) {
  let timer = 0
  let asked = new AbortController()

  const drop = () => {
    clearTimeout(timer)
    asked.abort()
  }

  const ask = () => {
    drop()
    if (input.value.trim().length < least) return show(null)
    asked = new AbortController()
    timer = window.setTimeout(send, PAUSE, asked.signal)
  }

  const send = async (signal: AbortSignal) => {
    let answer: Answer | null = null
    try {
      const response = await fetch(`${address}?${new URLSearchParams({ q: input.value })}`, { signal })
      if (response.ok) answer = (await response.json()) as Answer
    } catch {
      // No connection, or not JSON.
    }
    if (!signal.aborted) show(answer)
  }

  input.addEventListener('input', ask)
  input.form?.addEventListener('submit', drop)
  return { ask, drop }
}
