const LIST = new Intl.ListFormat('da', { type: 'conjunction' })

/** »a«, »a og b«, »a, b og c«; empty for none. */
export const listWords = (words: readonly string[]): string => LIST.format(words)
