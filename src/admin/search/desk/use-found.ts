import { documentsAddress } from '../../../domain/addresses.ts'
import type { DeskFound } from '../../../domain/text/desk-search.ts'
import { useAsked } from '../../documents/ask/use-asked.ts'

/** What a query finds of what the editor may read. @param pause milliseconds without a key before it is asked for */
export function useFound(asked: { q: string; kind?: string; side?: number }, pause: number) {
  const q = asked.q.trim()
  const found = useAsked<DeskFound>(ANSWERS, q === '' ? null : { ...asked, q }, { pause, failed: FAILED })
  return q === '' ? { answer: null, problem: null, isOld: false } : found
}

const ANSWERS = documentsAddress('desk-search')

const FAILED = 'Søgningen svarer ikke lige nu. Prøv igen om lidt.'
