/** White space, control characters and characters without width. */
const BLANK = String.raw`[\s\p{Cc}\u200b\u2060]`

// The lookbehind keeps the time linear: each run of blanks is tried once, from its start.
const ENDS = new RegExp(`^${BLANK}+|(?<!${BLANK})${BLANK}+$`, 'gu')

/** A one-line text without blanks at its ends, including non-breaking spaces and control characters. */
export const trimEnds = (text: string): string => text.replaceAll(ENDS, '')
