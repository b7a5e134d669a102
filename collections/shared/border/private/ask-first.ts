import { createHmac } from 'node:crypto'
import { APIError } from 'payload'
import { type Cpr, findCpr, maskCpr } from '../../../../src/domain/text/cpr.ts'
import type { Placed } from './texts-of.ts'

/** Where something looks like a CPR number, and what of it may be shown. */
type Seen = { label: string; masked: string }

export type Found = Seen & Pick<Cpr, 'digits'>

/** What looks like CPR numbers in the texts. A row is called by its heading, which may be one itself. */
export const foundIn = (texts: readonly Placed[]): Found[] =>
  texts.flatMap(({ label, text }) => findCpr(text).map((found) => ({ ...found, label: maskCpr(label) })))

/**
 * Asks before something that looks like a CPR number becomes public (409). Whoever has looked sends `data.key` back as
 * `privateSeen`: it stands for these numbers and tells none of them, so that one that is written later is asked about too.
 */
export class AskFirst extends APIError {
  /** By which the answer knows it: classes of two bundles are not the same. */
  readonly isInDanish = true

  constructor(found: readonly Found[], key: string) {
    const data = { key, places: seenIn(found) }
    super(`Det ligner CPR-numre og er ikke offentliggjort: ${placesIn(found)}.`, 409, { private: data }, true)
  }
}

/** Places that are told of at once. */
const MOST_SHOWN = 50

/** What is found of numbers that were not there before. */
export function freshOf(found: readonly Found[], old: readonly Found[]): Found[] {
  const known = new Set(old.map(({ digits }) => digits))
  return found.filter(({ digits }) => !known.has(digits))
}

/** What stands for these numbers, whatever their order and number. */
export const keyOfNumbers = (found: readonly Found[], secret: string): string =>
  createHmac('sha256', secret)
    .update([...new Set(found.map(({ digits }) => digits))].toSorted().join())
    .digest('base64url')

/** The places that are shown, the first of many. */
export const seenIn = (found: readonly Found[]): Seen[] =>
  found.slice(0, MOST_SHOWN).map(({ label, masked }) => ({ label, masked }))

/** The first places in words. */
export function placesIn(found: readonly Found[]): string {
  const places = [...new Set(found.map(({ label, masked }) => `${label} (${masked})`))]
  const more = places.length - MOST_NAMED
  return places.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` og ${more} steder mere` : '')
}

const MOST_NAMED = 3
