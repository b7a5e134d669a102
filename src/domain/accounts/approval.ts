/** A draft that somebody has asked others to approve, with how it stands. */
export type Approval = {
  collection: string
  document: number
  /** What the document is called: »Side«, and its title. */
  noun: string
  title: string
  state: 'waiting' | 'returned' | 'approved'
  /** Who asked, when (ISO), and what they wrote along. */
  by: string
  at: string
  note: string | null
  /** Who answered, when (ISO), and what they wrote. */
  answeredBy: string | null
  answeredAt: string | null
  answer: string | null
  /** Who saved a newer version after that; null: what was asked about is the newest. */
  changedBy: string | null
  /** Whether it is whoever reads this who asked. */
  isOwn: boolean
}

/** Of one document: what was asked about it last, and what whoever reads this may do now. */
export type ApprovalOf = { approval: Approval | null; mayAsk: boolean; mayAnswer: boolean }

/** What waits: for an answer of whoever reads this, and what they have asked themselves and have no answer to, or got back. */
export type Approvals = { toAnswer: Approval[]; own: Approval[] }

/** What can be done. `return` needs a word why. */
export const APPROVAL_STEPS = ['ask', 'withdraw', 'approve', 'return'] as const
