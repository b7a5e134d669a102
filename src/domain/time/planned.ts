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

/** `does`: to choose it; `did`: what will happen to the document; `failed`: what did not; `noun`: what is planned. */
export const PLANNED_WORDS: Record<PlannedKind, { does: string; did: string; failed: string; noun: string }> =
  {
    publish: {
      does: 'Offentliggør',
      did: 'offentliggøres',
      failed: 'Skulle være offentliggjort',
      noun: 'offentliggørelse',
    },
    unpublish: {
      does: 'Afpublicér',
      did: 'afpubliceres',
      failed: 'Skulle være afpubliceret',
      noun: 'afpublicering',
    },
  }

/** What a line of the trail tells of a plan: what shall happen, and when, in ISO. */
export type PlanNote = { kind: PlannedKind; at: string }

/** A plan as the trail keeps it: `unpublish 2026-12-04T15:00:00Z`. */
export const planNote = ({ kind, at }: PlanNote): string => `${kind} ${at}`

/** The plan that the trail has kept; null where it has kept none. */
export function readPlanNote(text: string | null): PlanNote | null {
  const { kind, at } =
    /^(?<kind>publish|unpublish) (?<at>\d{4}-\d\d-\d\dT[\d:.]+Z)$/.exec(text ?? '')?.groups ?? {}
  return kind && at ? { kind: kind as PlannedKind, at } : null
}
