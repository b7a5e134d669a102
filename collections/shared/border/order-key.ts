/**
 * Whether a text is a place in an order as Payload makes them (fractional indexing): a whole part, whose first letter says
 * how long it is, and a fraction without a `0` at its end. Another text would break every later move in the list.
 */
export function isOrderKey(key: unknown): boolean {
  if (typeof key !== 'string' || !/^[0-9A-Za-z][0-9a-z]{1,200}$/.test(key)) return false
  const whole = wholeLength(key)
  const isSmallest = /^(00{10}|A0{26})$/.test(key)
  return key.length >= whole && !key.slice(whole).endsWith('0') && !isSmallest
}

/** How long the whole part is: digits and capitals stand before what lower-case letters begin. */
function wholeLength(key: string): number {
  const first = key.charCodeAt(0)
  if (first >= 97) return first - 97 + 2
  return first >= 65 ? 90 - first + 2 : 11 - (first - 48)
}
