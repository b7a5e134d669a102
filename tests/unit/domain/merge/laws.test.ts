import { array, assert, nat, noBias, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { type Collision, keyOf, merge, type Merged } from '../../../../src/domain/merge/merge.ts'
import { same } from '../../../../src/domain/merge/same.ts'
import { type Three, UNKNOWN } from '../../../../src/domain/merge/shape.ts'
import { type Doc, type Edit, edited, FIELDS, firstDocument, wordsIn } from './documents.ts'

const edits = array(record({ what: nat(12), at: nat(9), to: nat(9) }), { maxLength: 6 })

const isSame = (one: unknown, other: unknown) => same({ kind: 'group', fields: FIELDS }, one, other)

const keys = (collisions: Collision[]) => collisions.map(({ path, kind }) => keyOf(path, kind)).toSorted()

const wordsOf = ({ merged, collisions }: Merged) =>
  collisions.length > 0 ? [] : [...wordsIn(merged)].toSorted()

/** Words that were never used. */
function words(): () => string {
  let used = 0
  return () => `w${(used += 1)}`
}

/** What two editors made of one document. */
function twoOf(byThem: Edit[], byMe: Edit[]): Three<Doc> {
  const word = words()
  const base = firstDocument(word)
  const after = (list: Edit[]) => list.reduce((doc, one) => edited(doc, one, word), base)
  return { base, theirs: after(byThem), mine: after(byMe) }
}

test('a document that nobody changed, or both in the same way, is as it is', () => {
  assert(
    property(edits, (byBoth) => {
      const { base, mine } = twoOf([], byBoth)
      for (const three of [
        { base, theirs: base, mine: base },
        { base, theirs: mine, mine },
        { base: UNKNOWN, theirs: mine, mine },
      ]) {
        const { merged, collisions, taken } = merge(FIELDS, three)
        expect(isSame(merged, three.mine)).toBe(true)
        expect([collisions, taken]).toEqual([[], []])
      }
    }),
  )
})

test('what only one editor changed is as that one left it', () => {
  assert(
    property(edits, (byOne) => {
      const { base, mine } = twoOf([], byOne)
      for (const three of [
        { base, theirs: base, mine },
        { base, theirs: mine, mine: base },
      ]) {
        const { merged, collisions } = merge(FIELDS, three)
        expect(isSame(merged, mine)).toBe(true)
        expect(collisions).toEqual([])
      }
    }),
    { numRuns: 1000 },
  )
})

test('who saves first makes no difference, but for where two put something at the same place', () => {
  assert(
    property(edits, edits, (byThem, byMe) => {
      const { base, theirs, mine } = twoOf(byThem, byMe)
      const one = merge(FIELDS, { base, theirs, mine })
      const other = merge(FIELDS, { base, theirs: mine, mine: theirs })
      expect(keys(other.collisions)).toEqual(keys(one.collisions))
      expect(wordsOf(other)).toEqual(wordsOf(one))
    }),
    { numRuns: 1000 },
  )
})

test('what is asked takes nothing of the other that was not chosen', () => {
  assert(
    property(edits, edits, (byThem, byMe) => {
      const three = twoOf(byThem, byMe)
      const { collisions, taken } = merge(FIELDS, three, { isAsked: true })
      expect(taken).toEqual([])
      const choices = Object.fromEntries(
        collisions.map(({ path, kind }) => [keyOf(path, kind), 'mine' as const]),
      )
      const { merged } = merge(FIELDS, three, { isAsked: true, choices })
      expect(isSame(merged, three.mine)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('of a base that is gone, each difference is a collision', () => {
  assert(
    property(edits, edits, (byThem, byMe) => {
      const { theirs, mine } = twoOf(byThem, byMe)
      const { merged, collisions } = merge(FIELDS, { base: UNKNOWN, theirs, mine })
      expect(isSame(merged, mine)).toBe(true)
      expect(collisions.length > 0).toBe(!isSame(theirs, mine))
    }),
  )
})

/**
 * Two editors load, type and save in any order. At each save, every word that one of them wrote since what both began with
 * is kept, or was shown side by side and not chosen; and a word that one of them deleted stays deleted, unless so chosen.
 */
test('10,000 interleavings of two editors lose no word', { timeout: 300_000 }, () => {
  let saves = 0
  let withChoices = 0
  // What happens next is read from these numbers.
  const tape = noBias(array(nat(899), { minLength: 80, maxLength: 80 }))
  assert(
    property(tape, (numbers) => {
      let read = 0
      const next = (below: number) => (numbers[(read += 1)] ?? 0) % below
      const word = words()
      let stored = firstDocument(word)
      const forms = [0, 1].map(() => ({ base: stored, mine: stored }))
      while (read < numbers.length) {
        const form = forms[next(2)] as (typeof forms)[0]
        if (next(5) === 0) Object.assign(form, { base: stored, mine: stored })
        for (let times = next(6); times >= 0; times--)
          form.mine = edited(form.mine, { what: next(13), at: next(10), to: next(10) }, word)
        if (next(3) === 0) continue
        const three = { ...form, theirs: stored }
        const { collisions, merged: first } = merge(FIELDS, three)
        const choices = Object.fromEntries(
          collisions.map(({ path, kind }) => [
            keyOf(path, kind),
            next(2) ? ('mine' as const) : ('theirs' as const),
          ]),
        )
        const { merged, collisions: left } = merge(FIELDS, three, { choices })
        const isAsBefore = collisions.length > 0 || isSame(merged, first)
        if (left.length > 0 || !isAsBefore || lostWords(three, merged, collisions).length > 0) return false
        saves += 1
        withChoices += collisions.length > 0 ? 1 : 0
        stored = merged as Doc
        Object.assign(form, { base: stored, mine: stored })
      }
      return true
    }),
    { numRuns: 10_000 },
  )
  // Otherwise nothing was tried.
  expect([saves > 10_000, withChoices > 1000]).toEqual([true, true])
})

/** Words that are not where they should be, though nobody was asked about them. */
function lostWords({ base, theirs, mine }: Three, merged: unknown, collisions: Collision[]): string[] {
  const [before, their, my, after] = [base, theirs, mine, merged].map(wordsIn) as Set<string>[]
  const shown = wordsIn(collisions.map((one) => [one.base, one.theirs, one.mine]))
  return [...new Set([base, theirs, mine].flatMap((one) => [...wordsIn(one)]))].filter((word) => {
    const isRight = before!.has(word) ? their!.has(word) && my!.has(word) : true
    return after!.has(word) !== isRight && !shown.has(word)
  })
}
