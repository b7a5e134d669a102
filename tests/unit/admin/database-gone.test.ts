import { expect, test } from 'vitest'
import { sayDatabaseIsGone } from '../../../src/admin/database-gone.ts'

const told = (error: Error) =>
  sayDatabaseIsGone({ error } as Parameters<typeof sayDatabaseIsGone>[0]) as
    { status: number; response: { errors: { message: string }[] } } | undefined

test.for(['ECONNREFUSED', '57P01', '57P03', '53100', '25006'])(
  'an editor whose save ended with %s is told of the database, and to try again',
  (code) => {
    const answer = told(new Error('Failed query', { cause: Object.assign(new Error('inner'), { code }) }))
    expect(answer?.status).toBe(503)
    expect(answer?.response.errors[0]?.message).toMatch(/^Databasen svarer ikke.*prøv igen/)
  },
)

test('a network error of the storage is not blamed on the database', () => {
  const answer = told(Object.assign(new Error('inner'), { code: 'ECONNREFUSED', $metadata: { attempts: 2 } }))
  expect(answer?.status).toBe(503)
  expect(answer?.response.errors[0]?.message).toMatch(/^Lageret til filer svarer ikke.*prøv igen/)
})

test('another error is left as it is', () => {
  expect(told(Object.assign(new Error('inner'), { code: '23505' }))).toBeUndefined()
})
