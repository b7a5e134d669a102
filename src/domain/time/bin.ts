/** How long what was deleted rests in the bin. */
export const DAYS_IN_BIN = 30

/** Something in the bin. */
export type BinEntry = {
  id: number
  /** The collection's slug. */
  collection: string
  /** As editors call it: `Side`. */
  kind: string
  title: string
  /** Whether visitors saw it, and will again. */
  wasPublic: boolean
  /** An instant in ISO form. */
  deletedAt: string
  /** Null: nobody who was logged in. */
  deletedBy: string | null
  daysLeft: number
}

/** The newest of what is in the bin; `total` counts all. */
export type BinList = { total: number; hasMore: boolean; entries: BinEntry[] }
