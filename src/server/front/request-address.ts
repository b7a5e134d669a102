/** The decoded path of a request target, in composed Unicode; null if it is not a valid address. */
export function readPath(url: string): string | null {
  const raw = pathOf(url)
  // Most addresses are plain.
  if (/^(?:\/[\w-]+)+$/.test(raw)) return raw
  // An encoded slash or backslash is only a trick to look like another path further on.
  if (!raw.startsWith('/') || /%2f|%5c|\\/i.test(raw)) return null
  try {
    const path = decodeURIComponent(raw).normalize('NFC')
    const isSound = !/\p{Cc}/u.test(path) && !/\/(\.\.?)?\//.test(`${path}/`.replace(/\/+$/, '/'))
    return isSound ? path : null
  } catch {
    return null
  }
}

export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? ''
}

export function queryOf(url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}

/** Which page of the lists on a page is asked for with `?side=2`; 1 if none is. */
export function sideOf(url: string): number {
  return Number(/[?&]side=([1-9]\d{0,3})(?:&|$)/.exec(url)?.[1] ?? 1)
}
