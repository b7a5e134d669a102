/** What became of a document that is looked for. `by`: who deleted it, null: nobody knows; `isInBin`: it can be brought back. */
export type Gone = { by: string | null; isInBin: boolean } | null

/** That a document is not there, in Danish and without a word of what to do. @param gone null: nobody knows of it */
export function sayGone(gone: Gone): string {
  if (!gone) return 'Det findes ikke længere.'
  const deleted = `Det er slettet${gone.by ? ` af ${gone.by}` : ''}`
  return gone.isInBin ? `${deleted} og ligger i papirkurven.` : `${deleted} for altid.`
}
