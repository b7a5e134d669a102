import { expect, test } from 'vitest'
import type { App } from '../../../../../src/server/front/front.ts'
import { ask, session, site } from '../front-site.ts'

const change = (port: number, from: string, method = 'PATCH', path = '/api/users/7') =>
  ask(port, path, {
    method,
    headers: { ...session, 'content-type': 'application/json', 'x-forwarded-for': from },
    body: JSON.stringify({ password: 'x', currentPassword: 'x' }),
  })

test.for(['/api/users/7', '/api/users?where[id][equals]=7', '/api/users/7/'])(
  'whoever has a session cannot guess at the password of its account at %s',
  async (path) => {
    let status = 403
    const app: App = (_, response) => void response.writeHead(status).end('{}')
    const port = await site({ app, trustedProxies: 1 })
    const guesses = []
    for (let guess = 0; guess < 25; guess++)
      guesses.push((await change(port, `198.51.100.${guess}`, 'PATCH', path)).status)
    expect(guesses.slice(0, 20)).toEqual(Array(20).fill(403))
    // Then one each 20 seconds.
    expect(guesses.slice(21)).toEqual(Array(4).fill(429))
    status = 200
    const late = await change(port, '198.51.100.99', 'PATCH', path)
    expect([late.status, late.text]).toEqual([429, expect.stringContaining('Prøv igen om')])
    // Their logging in is not held up, nor what guesses at nothing.
    expect((await change(port, '198.51.100.99', 'POST', '/api/users')).status).toBe(200)
    expect((await change(port, '198.51.100.99', 'PATCH', '/api/pages/7')).status).toBe(200)
  },
)

test('ten refused changes a minute from one address are the last; those that succeed do not count', async () => {
  let status = 200
  const app: App = (_, response) => void response.writeHead(status).end('{}')
  const port = await site({ app, trustedProxies: 1 })
  for (let save = 0; save < 15; save++) expect((await change(port, '192.0.2.1')).status).toBe(200)
  status = 400
  const guesses = []
  for (let guess = 0; guess < 12; guess++) guesses.push((await change(port, '192.0.2.1')).status)
  expect(guesses).toEqual([...Array<number>(10).fill(400), 429, 429])
})
