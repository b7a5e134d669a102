import { fold, isNumber, plainOf, queryTerms, type Term } from '../../domain/fold.ts'

/**
 * The query with its typing errors mended: each word that is not in `texts` is replaced by a word there that differs by
 * one error (in words of five letters or more). Null if nothing changes.
 */
export function spellingOf(query: string, texts: readonly string[]): string | null {
  const words = [...new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []))].map(
    (written) => ({ written, folded: fold(written) }),
  )
  const spelled = query.replace(/[\p{L}\p{N}\p{M}]+/gu, (typed) => {
    const [term] = queryTerms(typed)
    if (!term || isNumber(term.folded) || words.some(({ folded }) => isFound(term, folded))) return typed
    return words.find(({ folded }) => isMisspelled(term, folded))?.written ?? typed
  })
  return spelled === query ? null : spelled
}

/** Whether a word begins as typed, or has what was typed inside it. */
const isFound = ({ folded, plain }: Term, word: string): boolean =>
  begins(folded, word) ||
  begins(plain, word) ||
  // The plain form has as many letters as were typed: count those.
  (plain.length >= 4 && (word.includes(folded) || plainOf(word).includes(folded)))

/** Whether a word matches with one typing error. */
const isMisspelled = ({ folded, plain }: Term, word: string): boolean =>
  plain.length >= 5 && (beginsNear(folded, word) || beginsNear(plain, plainOf(word)))

/** Whether a word begins as typed; the second letter of its aa, ae and oe is optional. */
function begins(typed: string, word: string): boolean {
  let at = 0
  for (const letter of typed) {
    if (word[at] !== letter && /a[ae]|oe/.test(word.slice(at - 1, at + 1))) at++
    if (word[at++] !== letter) return false
  }
  return true
}

/** Whether a word begins as typed with one letter missing, added, wrong, or swapped with the next. */
function beginsNear(typed: string, word: string): boolean {
  let same = 0
  while (same < typed.length && typed[same] === word[same]) same++
  const rest = typed.slice(same + 1)
  const swapped = typed[same] === word[same + 1] && typed[same + 1] === word[same]
  return (
    word.startsWith(typed.slice(same), same + 1) ||
    word.startsWith(rest, same) ||
    word.startsWith(rest, same + 1) ||
    (swapped && word.startsWith(typed.slice(same + 2), same + 2))
  )
}
