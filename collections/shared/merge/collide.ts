import { APIError } from 'payload'

/** One of the two documents' values at a place, as an editor reads it. */
export type Shown = { key: string; label: string; theirs: string; mine: string }

/**
 * Refuses a save that would undo what another saved meanwhile (409). `data.collisions` says what of theirs stands against what
 * was sent, for the first of them; `data.on` names their version, which a choice of either refers to.
 */
export class Collide extends APIError {
  /** By which the answer knows it: classes of two bundles are not the same. */
  readonly isInDanish = true

  constructor(message: string, data: { on: string; by: string; collisions: Shown[] }) {
    super(message, 409, data, true)
  }
}
