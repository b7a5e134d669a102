import { expect, test } from 'vitest'
import {
  type Account,
  mayDo,
  type Place,
  reachOf,
  type Right,
  ROLES,
  type Role,
} from '../../../../src/domain/accounts/rights.ts'
import { ROLE_WORDS, whyNot } from '../../../../src/domain/accounts/rights-words.ts'

const RIGHTS: Right[] = ['draft', 'publish', 'delete']
const account = (role: Role, departments: number[] = [], pages: number[] = []): Account => ({
  role,
  departments,
  pages,
})

/** Where things stand: 1 above 11 above 111, and 2 beside them. */
const OWN: Place = [11, 1]
const DEEP: Place = [111, 11, 1]
const OTHERS: Place = [2]
const ABOVE: Place = [1]
const NOWHERE: Place = []

test('administrators may everything, everywhere, also in what the table does not know', () => {
  for (const collection of ['pages', 'users', 'header', 'whatever', '__proto__', 'constructor'])
    for (const right of RIGHTS)
      expect(mayDo(account('administrator'), right, collection, [NOWHERE])).toBe(true)
})

test('whoever may publish everywhere may everything there', () => {
  for (const role of ROLES)
    for (const collection of [...PLACED, ...TEXTS, ...SHARED, 'media', 'users']) {
      const [draft, publish, erase] = RIGHTS.map((right) => reachOf(account(role), right, collection))
      expect([role, collection, publish !== 'all' || (draft === 'all' && erase === 'all')]).toEqual([
        role,
        collection,
        true,
      ])
    }
})

test('what the table does not know, and accounts, are nobody else’s', () => {
  for (const role of ROLES.filter((one) => one !== 'administrator'))
    for (const collection of ['users', 'whatever', '__proto__', 'constructor', 'toString'])
      for (const right of RIGHTS) expect(mayDo(account(role, [1], [1]), right, collection, [[1]])).toBe(false)
})

const PLACED = ['pages', 'departments', 'contact-boxes', 'people', 'opening-hours', 'hours-exceptions']
const TEXTS = ['press-contacts', 'aktindsigt-guidance', 'grundfortaelling', 'pejlemaerker']
const SHARED = [
  'calendar-days',
  'owners',
  'search-words',
  'redirects',
  'press-duty',
  'header',
  'footer',
  'labels',
]

test('editors may everything but accounts', () => {
  for (const collection of [...PLACED, ...TEXTS, ...SHARED, 'media'])
    for (const right of RIGHTS) expect(mayDo(account('editor'), right, collection, [NOWHERE])).toBe(true)
})

test.for(PLACED)('local editors may everything with their own %s, and nothing with others’', (collection) => {
  const anne = account('local-editor', collection === 'pages' ? [] : [11], collection === 'pages' ? [11] : [])
  for (const right of RIGHTS) {
    const may = (...places: Place[]) => mayDo(anne, right, collection, places)
    expect(may(OWN)).toBe(true)
    expect(may(DEEP)).toBe(true)
    for (const place of [OTHERS, ABOVE, NOWHERE]) {
      expect(may(place)).toBe(false)
      // Neither away nor to oneself.
      expect(may(OWN, place)).toBe(false)
      expect(may(place, OWN)).toBe(false)
    }
    expect(may()).toBe(false)
    expect(mayDo(account('local-editor'), right, collection, [OWN])).toBe(false)
    // A page with the number of a department is no department.
    expect(
      mayDo(
        account('local-editor', anne.pages as number[], anne.departments as number[]),
        right,
        collection,
        [OWN],
      ),
    ).toBe(false)
  }
})

test('local editors add files, change those of their departments, and read the rest', () => {
  const anne = account('local-editor', [11], [1])
  expect(RIGHTS.map((right) => reachOf(anne, right, 'media'))).toEqual(['all', 'own', 'own'])
  expect(reachOf(account('local-editor', [], [1]), 'publish', 'media')).toBe('none')
  for (const right of ['publish', 'delete'] as const) {
    expect(mayDo(anne, right, 'media', [OWN])).toBe(true)
    for (const places of [[OTHERS], [NOWHERE], [OWN, OTHERS], []])
      expect(mayDo(anne, right, 'media', places)).toBe(false)
  }
  for (const collection of [...TEXTS, ...SHARED])
    for (const right of RIGHTS) expect(mayDo(anne, right, collection, [OWN])).toBe(false)
})

test('writers make drafts: everywhere, or in their own part if they have been given one', () => {
  for (const collection of [...PLACED, ...TEXTS])
    expect(mayDo(account('writer'), 'draft', collection, [NOWHERE])).toBe(true)
  for (const collection of PLACED) {
    expect(mayDo(account('writer', [11], [11]), 'draft', collection, [DEEP])).toBe(true)
    expect(mayDo(account('writer', [11], [11]), 'draft', collection, [OTHERS])).toBe(false)
  }
  expect(mayDo(account('writer', [11]), 'draft', 'pages', [OWN])).toBe(false)
  for (const collection of TEXTS)
    expect(mayDo(account('writer', [11]), 'draft', collection, [OWN])).toBe(false)
  for (const collection of SHARED)
    expect(mayDo(account('writer'), 'draft', collection, [NOWHERE])).toBe(false)
})

test('writers change nothing that visitors see, and delete nothing', () => {
  for (const collection of [...PLACED, ...TEXTS, ...SHARED, 'media', 'users'])
    for (const right of ['publish', 'delete'] as const)
      for (const writer of [account('writer'), account('writer', [11], [11])])
        expect(mayDo(writer, right, collection, [OWN])).toBe(false)
})

test('a no has a reason that says what to do', () => {
  const reasons = new Set<string>()
  for (const role of ['local-editor', 'writer'] as const)
    for (const who of [account(role), account(role, [1], [1])])
      for (const collection of [...PLACED, ...TEXTS, ...SHARED, 'media'])
        for (const right of RIGHTS)
          if (!mayDo(who, right, collection, [OTHERS]))
            for (const when of ['stands', 'new', 'moves'] as const)
              reasons.add(whyNot(who, right, collection, when))
  expect([...reasons].filter((reason) => !/redaktør|administrator|Vælg/.test(reason))).toEqual([])
  expect(reasons.size).toBeGreaterThan(7)
  expect(Object.keys(ROLE_WORDS)).toEqual([...ROLES])
})
