/** What a planned change does to its document. */
export type PlannedKind = 'publish' | 'unpublish'

/** Changes that are made in the same instant, as editors are told of them. */
export type PlannedSet = {
  id: number
  /** Null: a change alone. */
  name: string | null
  /** ISO. */
  at: string
  state: 'waiting' | 'done' | 'failed' | 'withdrawn'
  /** Why it failed or was not made yet, in Danish. */
  reason: string | null
  /** Who planned it. */
  by: string | null
  changes: { collection: string; document: number; title: string; noun: string; kind: PlannedKind }[]
}

/** `does`: to choose it; `did`: what will happen to the document; `failed`: what did not. */
export const PLANNED_WORDS: Record<PlannedKind, { does: string; did: string; failed: string }> = {
  publish: { does: 'Offentliggør', did: 'offentliggøres', failed: 'Skulle være offentliggjort' },
  unpublish: { does: 'Afpublicér', did: 'afpubliceres', failed: 'Skulle være afpubliceret' },
}
