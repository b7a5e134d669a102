import { expect, test } from 'vitest'
import { tagOf, withTag } from '../../../../src/domain/text/file-tags.ts'
import { viewQuery } from '../../../../src/domain/accounts/saved-views.ts'

const PRESS = { tags: { equals: 'Presse' } }
const PDF = { mimeType: { equals: 'application/pdf' } }

test.for([
  [undefined, ''],
  [{}, ''],
  [PRESS, 'Presse'],
  [{ or: [{ and: [PDF, PRESS] }] }, 'Presse'],
  [{ or: [{ and: [PRESS] }, { and: [PDF] }] }, ''],
  [{ or: [{ and: [PRESS] }, { and: [PRESS, PDF] }] }, 'Presse'],
  [{ or: [{ and: [{ tags: { contains: 'x' } }] }] }, ''],
])('the subject that %j asks for is %j', ([where, tag]) => {
  expect(tagOf(where as never)).toBe(tag)
})

test('another subject takes the place of one, beside the other conditions', () => {
  expect(withTag(undefined, 'Valg')).toEqual({ or: [{ and: [{ tags: { equals: 'Valg' } }] }] })
  expect(withTag({ or: [{ and: [PDF, PRESS] }] }, 'Valg')).toEqual({
    or: [{ and: [PDF, { tags: { equals: 'Valg' } }] }],
  })
  expect(withTag({ or: [{ and: [PDF, PRESS] }] }, '')).toEqual({ or: [{ and: [PDF] }] })
  expect(withTag(PRESS, '')).toEqual({})
  expect(withTag({ and: [PDF] }, 'Presse')).toEqual({ or: [{ and: [PDF, PRESS] }] })
})

test('a view keeps what a list is asked for, not where one is on it', () => {
  expect(viewQuery('?page=3&search=havn&depth=2&limit=&where[a.b][in][0]=1')).toBe(
    'search=havn&where%5Ba.b%5D%5Bin%5D%5B0%5D=1',
  )
  expect(viewQuery('where=1&where[<x>][equals]=2&preset=4')).toBe('')
})
