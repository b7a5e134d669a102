import { expect, test } from 'vitest'
import { tellErrors, tellLists } from '../../../src/admin/broken/tell-errors.ts'

const asked = { method: 'PATCH', payload: { config: { collections: [], globals: [] } } }

const told = (error: Error) =>
  tellErrors({ error, req: asked } as unknown as Parameters<typeof tellErrors>[0]) as {
    status: number
    response: { errors: { message: string }[] }
  }

const failure = (code: string, more = {}) =>
  new Error('Failed query', { cause: Object.assign(new Error('inner'), { code, ...more }) })

test.for<[code: string, status: number, words: RegExp]>([
  ['ECONNREFUSED', 503, /^Databasen svarer ikke.*prøv igen/],
  ['57P01', 503, /^Databasen svarer ikke.*prøv igen/],
  ['57P03', 503, /^Databasen svarer ikke.*prøv igen/],
  ['25006', 503, /^Databasen svarer ikke.*prøv igen/],
  ['55P03', 503, /låst af en anden.*prøv igen/],
  ['40P01', 503, /låst af en anden.*prøv igen/],
  ['57014', 503, /prøv igen/],
  ['53100', 507, /ikke plads/],
  ['ENOSPC', 507, /ikke plads/],
  ['22003', 400, /kan ikke bruges/],
  ['23505', 409, /findes allerede/],
  ['AK001', 400, /mindst én administrator/],
])('whoever saves and gets %s is answered %i', ([code, status, words]) => {
  const { response, ...answer } = told(failure(code))
  expect(answer.status).toBe(status)
  expect(response.errors[0]?.message).toMatch(words)
})

test('a network error of the storage is not blamed on the database', () => {
  const answer = told(Object.assign(new Error('inner'), { code: 'ECONNREFUSED', $metadata: { attempts: 2 } }))
  expect(answer.status).toBe(503)
  expect(answer.response.errors[0]?.message).toMatch(/^Lageret til filer svarer ikke.*prøv igen/)
})

test('a field is named by its label, and the admin takes no label apart', () => {
  const error = Object.assign(new Error('invalid'), { name: 'ValidationError' })
  const errors = [
    { path: 'alt', label: 'Beskrivelse for dem, der ikke kan se', message: 'Mangler' },
    { path: 'file', message: 'Filen kan ikke læses.' },
  ]
  const answer = tellErrors({ error, req: asked, result: { errors: [{ data: { errors } }] } } as never)
  const { message } = (answer as { response: { errors: { message: string }[] } }).response.errors[0] ?? {}
  // As payload-ui's toasts read it (elements/Toasts/fieldErrors.js).
  const [, named = ''] = message?.split(':') ?? []
  expect(named.split(',').map((name) => name.trim())).toEqual(['Beskrivelse for dem‚ der ikke kan se', 'Fil'])
})

test('what names no field is told all the same', () => {
  const error = Object.assign(new Error('invalid'), { name: 'ValidationError' })
  const errors = [{ message: 'Værdien er i brug' }]
  const answer = tellErrors({ error, req: asked, result: { errors: [{ data: { errors } }] } } as never)
  expect(answer).toMatchObject({ response: { errors: [{ message: expect.stringMatching(/^Ret feltet/) }] } })
})

test('a list is told why many were refused in the answer that it reads, and nobody else is', () => {
  const result = { errors: [{ message: 'I brug.' }] }
  const answer = (req: object, collection: object | undefined = {}) =>
    tellLists({ collection, req, result, error: new Error('x') } as never)
  expect(answer({ method: 'PATCH', routeParams: {} })).toEqual({ response: { ...result, docs: [] } })
  expect(answer({ method: 'DELETE', routeParams: {} })).toEqual({
    response: { ...result, docs: [], message: 'Intet er slettet.' },
  })
  expect(answer({ method: 'DELETE', routeParams: { id: '4' } })).toBeUndefined()
  expect(answer({ method: 'POST', routeParams: {} })).toBeUndefined()
})
