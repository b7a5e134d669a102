import { afterAll, beforeAll, expect, test } from 'vitest'
import { restOfCms } from '../../cms/rest.ts'
import { startOddServer } from './mail-server.ts'

let cms: Awaited<ReturnType<typeof restOfCms>>
let server: Awaited<ReturnType<typeof startOddServer>>
beforeAll(async () => {
  server = await startOddServer()
  Object.assign(process.env, { SMTP_URL: server.url, MAIL_FROM: 'web@example.dk' })
  cms = await restOfCms()
})
afterAll(async () => {
  await server.close()
  await cms.drop()
})

test('a save waits for no mail server', async () => {
  const change = { email: 'ny@example.dk', currentPassword: 'en-lang-adgangskode' }
  const begin = performance.now()
  const { status } = await cms.ask('PATCH', `/users/${cms.editor.id}`, change)
  expect(status).toBe(200)
  expect(performance.now() - begin).toBeLessThan(5_000)
  // Of the mail server's ten seconds it has not seen one.
  await expect.poll(server.connections).toBeGreaterThan(0)
})
