/** `tell`, called no more often than people want to read. */
export function nowAndThen<T>(tell: (what: T) => void): (what: T) => void {
  let last = performance.now()
  return (what) => {
    if (performance.now() - last < 5000) return
    last = performance.now()
    tell(what)
  }
}
