import { z } from 'zod'
import { type PlanNote, PLANNED_WORDS } from '../time/planned.ts'

/** What the trail tells of, as it is stored. A new kind is a name here and its words below. */
export const trailKind = z.enum([
  'created',
  'changed',
  'published',
  'unpublished',
  'moved',
  'deleted',
  'restored',
  'erased',
  'planned',
  'plan-moved',
  'plan-withdrawn',
  'draft-shared',
  'draft-withdrawn',
  'draft-approved',
  'draft-refused',
  'approval-asked',
  'approval-withdrawn',
  'approval-returned',
  'approved',
  'reviewed',
  'review-dated',
  'private-allowed',
  'logged-in',
  'logged-out',
  'login-failed',
  'password-refused',
])

export type TrailKind = z.output<typeof trailKind>

/** `name`: as one chooses it; `did`: what somebody did. */
export const TRAIL_WORDS: Record<TrailKind, { name: string; did: string }> = {
  created: { name: 'Oprettet', did: 'oprettede' },
  changed: { name: 'Ændret', did: 'ændrede' },
  published: { name: 'Offentliggjort', did: 'offentliggjorde' },
  unpublished: { name: 'Afpubliceret', did: 'afpublicerede' },
  moved: { name: 'Flyttet', did: 'flyttede' },
  deleted: { name: 'Slettet', did: 'slettede' },
  restored: { name: 'Hentet frem igen', did: 'hentede frem igen' },
  erased: { name: 'Slettet for altid', did: 'slettede for altid' },
  planned: { name: 'Planlagt', did: 'planlagde' },
  'plan-moved': { name: 'Plan flyttet', did: 'flyttede planen for' },
  'plan-withdrawn': { name: 'Plan trukket tilbage', did: 'trak planen tilbage for' },
  'draft-shared': { name: 'Kladde delt', did: 'delte et link til kladden af' },
  'draft-withdrawn': { name: 'Delt kladde trukket tilbage', did: 'trak linket tilbage til kladden af' },
  'draft-approved': { name: 'Kladde godkendt', did: 'godkendte kladden af' },
  'draft-refused': { name: 'Kladde ikke godkendt endnu', did: 'godkendte endnu ikke kladden af' },
  'approval-asked': { name: 'Sendt til godkendelse', did: 'bad om godkendelse af' },
  'approval-withdrawn': { name: 'Godkendelse trukket tilbage', did: 'bad ikke længere om godkendelse af' },
  'approval-returned': { name: 'Sendt tilbage', did: 'sendte tilbage til skribenten:' },
  approved: { name: 'Godkendt', did: 'godkendte' },
  reviewed: { name: 'Gennemgået', did: 'fandt stadig korrekt:' },
  'review-dated': { name: 'Gennemgang flyttet', did: 'gav en anden dato for gennemgangen af' },
  'private-allowed': {
    name: 'Set efter for CPR-numre',
    did: 'lod noget, der ligner et CPR-nummer, blive offentligt i',
  },
  'logged-in': { name: 'Logget ind', did: 'loggede ind' },
  'logged-out': { name: 'Logget ud', did: 'loggede ud' },
  'login-failed': { name: 'Mislykket login', did: 'kunne ikke logge ind' },
  'password-refused': { name: 'Forkert adgangskode', did: 'skrev en forkert nuværende adgangskode' },
}

/** What somebody did, of a plan also what it is of: »planlagde afpublicering af«. */
export const didOf = ({ kind, plan }: { kind: TrailKind; plan: PlanNote | null }): string =>
  plan
    ? `${kind === 'planned' ? 'planlagde' : 'flyttede planlagt'} ${PLANNED_WORDS[plan.kind].noun} af`
    : TRAIL_WORDS[kind].did

/** Kinds that only administrators read, whatever they are about. */
export const OF_LOGINS: readonly TrailKind[] = ['logged-in', 'logged-out', 'login-failed', 'password-refused']

/** A document as it stood before a save; `isPublic` if visitors saw it. */
type Stood = { isPublic: boolean; slug: string | null; parent: string | null }

/** A save that has been made. */
export type Save = {
  isNew: boolean
  /** An earlier version was brought back. */
  isRestored: boolean
  /** Its place among others was all that was sent. */
  isOrder: boolean
  /** A draft was saved beside what is public. */
  isDraft: boolean
  /** `_status`; null if there are no drafts. */
  status: string | null
  /** Whether it lay in the bin before, and does now. */
  bin: { before: boolean; after: boolean }
  /** What stands for visitors, before and after; null where that was not asked, as nothing of it can have changed. */
  before: Stood | null
  after: Stood | null
}

/** What somebody did by a save. A page that is moved and published by one save is told twice, so that each is found. */
export function kindsOfSave(save: Save): TrailKind[] {
  const { isNew, isRestored, isOrder, isDraft, status, bin, before, after } = save
  const isPublished = status === 'published'
  if (isNew) return isPublished ? ['created', 'published'] : ['created']
  if (bin.before !== bin.after) return [bin.after ? 'deleted' : 'restored']
  if (isRestored) return ['restored']
  if (isOrder) return ['moved']
  const isHidden = !isDraft && status !== null && !isPublished && before?.isPublic === true
  const isMoved = before !== null && after !== null && !sameAddress(before, after)
  const done = isHidden ? 'unpublished' : isPublished ? 'published' : 'changed'
  return isMoved ? [done, 'moved'] : [done]
}

const sameAddress = (one: Stood, other: Stood): boolean =>
  one.slug === other.slug && one.parent === other.parent
