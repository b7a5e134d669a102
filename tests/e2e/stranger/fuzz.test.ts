import { expect, inject, test, vi } from 'vitest'
import { fuzz } from '../../fuzz/fuzz.ts'
import { ask } from '../tools/ask.ts'
import { logIn } from '../tools/admin.ts'
import { useOwnSite } from '../tools/own-site.ts'
import { isThorough } from '../../tools/thorough.ts'

const own = useOwnSite({ TRUST_PROXY: '1', LOG_LEVEL: 'info' })

const person = { email: 'fuzz@example.dk', password: 'en-lang-adgangskode', name: 'Fuzz', role: 'editor' }

test('whatever is asked, nothing breaks, nothing of the inside is told, and the log stays short and clean', async () => {
  expect(inject('siteUrl')).not.toBe(own.url)
  await own.admin.call('POST', '/users', person)
  const editor = await logIn(own.url, person)
  const callers = { administrator: own.admin, editor }
  const before = own.output().length
  const { findings, sent } = await fuzz({ siteUrl: own.url, callers, seed: SEED, count: COUNT })
  expect(sent).toBeGreaterThan(0.9 * COUNT)
  expect(findings.slice(0, 5)).toEqual([])
  const log = own.output().slice(before)
  expect(log).not.toMatch(/Failed query|insert into|select "|params:|example\.dk|aalborg\.dk/i)
  expect(log.length).toBeLessThan(10 * COUNT + 8000)
  // Nobody was logged out, and visitors see nothing of it.
  for (const { call } of Object.values(callers))
    expect(await call('GET', '/users/me')).toHaveProperty('user.id')
  for (const path of ['/', '/soeg?q=presse', '/api/health/ready'])
    expect((await ask(own.url, path)).status).toBe(200)
  // Whatever could be saved can be shown: no page stays as it was because it cannot be made.
  await vi.waitUntil(async () => JSON.parse((await ask(own.url, '/api/health/ready')).text).old === 0, {
    timeout: 30_000,
    interval: 200,
  })
}, 1_200_000)

const SEED = 20_261_128
const COUNT = isThorough ? 20_000 : 1200
