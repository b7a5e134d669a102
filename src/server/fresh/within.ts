/** What a promise gives; if it fails or takes longer than some milliseconds, what `otherwise` gives then. */
export async function within<Value>(
  milliseconds: number,
  promise: Promise<Value>,
  otherwise: () => Value,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } catch {
    return otherwise()
  } finally {
    clearTimeout(timer)
  }
}
