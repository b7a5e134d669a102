type Words = { type: string; text?: string; children?: readonly Words[] }

/** The plain text of inline nodes; a line break is a space. */
export const plainText = (nodes: readonly Words[]): string =>
  nodes
    .map(({ type, text, children }) => (type === 'break' ? ' ' : (text ?? plainText(children ?? []))))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
