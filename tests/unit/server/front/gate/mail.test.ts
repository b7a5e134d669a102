import { expect, test } from 'vitest'
import type { App } from '../../../../../src/server/front/front.ts'
import type { GateOptions } from '../../../../../src/server/front/gate/gate.ts'
import { ask, site } from '../front-site.ts'

type Login = Parameters<GateOptions['onNewDevice']>[0]

async function watchedSite(app: App, mailFault: GateOptions['mailFault'] = async () => null) {
  const told: Login[] = []
  const port = await site({ app, trustedProxies: 1 }, { mailFault, onNewDevice: (login) => told.push(login) })
  const post = (path: string, email: string, headers: Record<string, string> = {}) =>
    ask(port, path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1', ...headers },
      body: JSON.stringify({ email, password: 'x' }),
    })
  return { told, post }
}

const LOGIN = '/api/users/login'

test('a login is told once for each browser and account, and only if it succeeded', async () => {
  let status = 401
  const { told, post } = await watchedSite((_, response) => void response.writeHead(status).end('{}'))
  const agent = { 'user-agent': 'Firefox/1' }
  await post(LOGIN, 'line@example.dk', agent)
  expect(told).toEqual([])
  status = 200
  const first = await post(LOGIN, ' Line@Example.dk', agent)
  expect(told).toEqual([{ account: 'line@example.dk', userAgent: 'Firefox/1' }])
  const cookie = [first.headers['set-cookie']].flat().join().split(';', 1)[0] ?? ''
  expect(cookie).toMatch(/^device=/)
  await post(LOGIN, 'line@example.dk', { cookie })
  expect(told).toHaveLength(1)
  await post(LOGIN, 'kaj@example.dk', { cookie })
  expect(told.at(-1)).toEqual({ account: 'kaj@example.dk', userAgent: '' })
  // A cookie that somebody made up.
  await post(LOGIN, 'line@example.dk', { cookie: `${cookie}x` })
  expect(told).toHaveLength(3)
})

test('ten letters a minute can be asked for from one address, and each counts, known account or not', async () => {
  const { told, post } = await watchedSite((_, response) => void response.writeHead(200).end('{}'))
  const answers = []
  for (let time = 0; time < 12; time++)
    answers.push((await post('/api/users/forgot-password', `nr${time % 3}@example.dk`)).status)
  expect(answers).toEqual([...Array<number>(10).fill(200), 429, 429])
  expect(told).toEqual([])
})

test('while no mail can go out, nobody is told that one will, and the CMS is asked nothing', async () => {
  let reached = 0
  let fault: string | null = 'ETIMEDOUT'
  const app: App = (_, response) => {
    reached += 1
    response.writeHead(200).end('{}')
  }
  const { post } = await watchedSite(app, async () => fault)
  const forgotten = '/api/users/forgot-password'
  const { status, text } = await post(forgotten, 'line@example.dk')
  expect([status, text]).toEqual([503, expect.stringContaining('kan ikke sende e-mail lige nu')])
  expect(reached).toBe(0)
  // Logging in and a link that has come are another matter.
  expect((await post(LOGIN, 'line@example.dk')).status).toBe(200)
  expect((await post('/api/users/reset-password', 'line@example.dk')).status).toBe(200)
  fault = null
  expect((await post(forgotten, 'line@example.dk')).status).toBe(200)
})
