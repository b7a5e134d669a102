import { expect, test } from 'vitest'
import { planNote, type PlanNote, readPlanNote } from '../../../src/domain/time/planned.ts'
import {
  didOf,
  kindsOfSave,
  type Save,
  TRAIL_WORDS,
  trailKind,
} from '../../../src/domain/text/trail-kinds.ts'

const stood = (slug: string, isPublic = true) => ({ slug, parent: null, isPublic })
const save: Save = {
  isNew: false,
  isRestored: false,
  isOrder: false,
  isDraft: false,
  status: 'published',
  bin: { before: false, after: false },
  before: stood('side'),
  after: stood('side'),
}

test.each<[what: string, save: Partial<Save>, kinds: string[]]>([
  ['a new draft', { isNew: true, status: 'draft', before: null, after: null }, ['created']],
  ['new and public at once', { isNew: true, before: null, after: null }, ['created', 'published']],
  ['new where there are no drafts', { isNew: true, status: null, before: null }, ['created']],
  ['changed where there are no drafts', { status: null, before: null, after: null }, ['changed']],
  ['a draft beside what is public', { status: 'draft', isDraft: true, after: null }, ['changed']],
  ['published', { before: stood('side', false) }, ['published']],
  ['changed in public', {}, ['published']],
  ['hidden', { status: 'draft', after: stood('side', false) }, ['unpublished']],
  ['a draft that was never public', { status: 'draft', before: stood('side', false) }, ['changed']],
  ['moved and published', { after: stood('andet') }, ['published', 'moved']],
  ['hidden and moved', { status: 'draft', after: stood('andet', false) }, ['unpublished', 'moved']],
  ['moved to another parent', { after: { ...stood('side'), parent: '4' } }, ['published', 'moved']],
  ['dragged', { isOrder: true }, ['moved']],
  ['an earlier version', { isRestored: true, after: stood('andet') }, ['restored']],
  ['into the bin', { bin: { before: false, after: true }, status: 'draft' }, ['deleted']],
  ['out of the bin', { bin: { before: true, after: false } }, ['restored']],
])('%s', (_, changed, kinds) => expect(kindsOfSave({ ...save, ...changed })).toEqual(kinds))

test('each kind has words', () => {
  expect(Object.keys(TRAIL_WORDS).toSorted()).toEqual(trailKind.options.toSorted())
  const names = Object.values(TRAIL_WORDS).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test.each<[kind: 'planned' | 'plan-moved', plan: PlanNote | null, did: string]>([
  ['planned', { kind: 'publish', at: '2026-12-01T07:00:00Z' }, 'planlagde offentliggørelse af'],
  ['planned', { kind: 'unpublish', at: '2026-12-04T15:00:00Z' }, 'planlagde afpublicering af'],
  ['plan-moved', { kind: 'unpublish', at: '2026-12-04T15:00:00Z' }, 'flyttede planlagt afpublicering af'],
  // As a release before kept it.
  ['planned', null, 'planlagde'],
])('%s %o is told as »%s«', (kind, plan, did) => {
  expect(readPlanNote(plan && planNote(plan))).toEqual(plan)
  expect(didOf({ kind, plan })).toBe(did)
})

test.each([null, '', 'en-side', 'publish', 'publish i morgen', 'slet 2026-12-04T15:00:00Z'])(
  '%j is no plan',
  (text) => expect(readPlanNote(text)).toBeNull(),
)
