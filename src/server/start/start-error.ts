/** A problem that prevents the start and that the person at the terminal can fix. Shown as one line, without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}
