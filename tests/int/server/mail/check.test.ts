import { expect, onTestFinished, test } from 'vitest'
import { tryMailServer } from '../../../../src/server/start/mail.ts'
import { startMailServer } from './mail-server.ts'

test('a mail server that lets us in is fine, and gets no mail', async () => {
  const { url, mails, close } = await startMailServer()
  onTestFinished(close)
  expect(await tryMailServer(url)).toBeNull()
  expect(mails).toEqual([])
})

test('one that does not is told with its reason, and without the password', async () => {
  const { url, close } = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ password }, _, done) => done(new Error(`Wrong: ${password}`)),
  })
  const line = await tryMailServer(url.replace('//', '//web:hemmelig-kode@'))
  expect(line).toMatch(/^SMTP_URL: .*EAUTH.*Wrong/)
  expect(line).not.toContain('hemmelig')
  expect(await tryMailServer(url.replace('?tls=no', ''))).toMatch(/^SMTP_URL: .*TLS/i)
  await close()
  expect(await tryMailServer(url)).toMatch(/^SMTP_URL: .*ECONN/)
})
