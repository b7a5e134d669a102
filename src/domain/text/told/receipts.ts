/** A save that was made, as its receipt tells of it. */
export type Saved = {
  /** An earlier version was brought back. */
  isRestored: boolean
  /** Whether visitors see what was saved; null: it has no drafts, and is no text that they read. */
  isPublic: boolean | null
  /** How many pages show what is shared, and whether there are no more; null: it is a page itself, or nobody knows. */
  shown: { pages: number; isWhole: boolean } | null
}

/** What whoever saved is told, once; null: Payload's own words say it. */
export function receiptOf({ isRestored, isPublic, shown }: Saved): string | null {
  if (isPublic === false)
    return isRestored
      ? 'Versionen er hentet frem som kladde. Hvad besøgende ser, er som før.'
      : 'Kladden er gemt.'
  if (isPublic === null) return shown && `Gemt. ${shownOn(shown)}`
  const done = isRestored ? 'Versionen er hentet frem og offentliggjort.' : 'Offentliggjort.'
  return shown ? `${done} ${shownOn(shown)}` : done
}

function shownOn({ pages, isWhole }: NonNullable<Saved['shown']>): string {
  if (pages === 0) return 'Vises ikke på nogen side.'
  return `Vises på ${isWhole ? '' : 'mindst '}${pages === 1 ? 'én side' : `${pages} sider`}.`
}
