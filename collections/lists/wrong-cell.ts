/** A cell, or a row, that cannot be taken; all that is wrong with it, in Danish. */
export class WrongCell extends Error {
  readonly reasons: readonly string[]

  constructor(...reasons: string[]) {
    super(reasons.join(' '))
    this.reasons = reasons
  }
}
