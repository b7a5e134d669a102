import { fold, isFound, isMisspelled, queryTerms } from '../../domain/fold.ts'

/**
 * The query with each word that is nowhere in `texts` as it was typed replaced by the one there that is meant but for a
 * typing error; null when that changes nothing.
 */
export function spellingOf(query: string, texts: readonly string[]): string | null {
  const words = [...new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []))].map(
    (written) => ({ written, folded: fold(written) }),
  )
  const spelled = query.replace(/[\p{L}\p{N}\p{M}]+/gu, (typed) => {
    const [term] = queryTerms(typed)
    if (!term || words.some(({ folded }) => isFound(term, folded))) return typed
    return words.find(({ folded }) => isMisspelled(term, folded))?.written ?? typed
  })
  return spelled === query ? null : spelled
}
