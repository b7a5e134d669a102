'use client'

import { ADDRESSES } from '../../domain/addresses.ts'
import type { Preview } from '../../content/preview/preview.ts'
import type { WallClock } from '../../domain/time/wall-clock.ts'
import { useAsked } from '../documents/ask/use-asked.ts'

export type Question = { slug: string; id: number | null; data: object | null; at: WallClock | null }

/** `preview` is the latest answer; it stays while the next one is loading. */
export type Answer = { preview: Preview | null; error: string | null; isLoading: boolean }

/** How long a pause in typing must be before the site is asked, in milliseconds. */
const PAUSE = 400

/**
 * Asks the site what visitors read; asks again when the question changes and the editor has stopped typing.
 * @param question null: do not ask
 * @param version changes with the saved document, as the same question then has a new answer
 */
export function usePreview(question: Question | null, version: number): Answer {
  const asked = useAsked<Preview>(ADDRESSES.preview.path, question, { version, pause: PAUSE, failed: FAILED })
  return { preview: asked.answer, error: asked.problem, isLoading: asked.isOld }
}

const FAILED = 'Forhåndsvisningen kan ikke hentes lige nu. Prøv igen om lidt.'
