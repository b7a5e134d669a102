import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { SMTPServerOptions } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { createPost, type PostOptions } from '../../../../src/mail/post.ts'
import { openTransport } from '../../../../src/mail/smtp.ts'
import { startMailServer, startOddServer } from './mail-server.ts'

const letter = { to: 'line@example.dk', subject: 'Rødgrød', text: 'Med fløde på Aalborg Ø.\n' }

async function mailServer(options?: SMTPServerOptions) {
  const server = await startMailServer(options)
  onTestFinished(server.close)
  return server
}

async function oddServer(answer?: Parameters<typeof startOddServer>[0]) {
  const server = await startOddServer(answer)
  onTestFinished(server.close)
  return server
}

function postTo(url: string | null, options: Partial<PostOptions> = {}) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'mail-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const folder = path.join(home, 'mail')
  const warnings: object[] = []
  const post = createPost({
    transport: url === null ? null : openTransport(url),
    from: 'web@example.dk',
    folder,
    warn: (failed) => warnings.push(failed),
    pauses: [],
    ...options,
  })
  onTestFinished(post.close)
  const files = () => {
    try {
      return readdirSync(folder).map((name) => path.join(folder, name))
    } catch {
      return []
    }
  }
  return { ...post, home, folder, files, warnings }
}

test('a letter arrives as it was written, from the address of the site', async () => {
  const { url, mails } = await mailServer()
  const { post, fault, files, warnings } = postTo(url)
  expect(await fault()).toBeNull()
  post(letter)
  await expect.poll(() => mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ to: letter.to, text: letter.text.replace('\n', '\r\n') })
  expect(mails[0]?.head).toMatch(/^From: web@example\.dk\r$/m)
  expect(mails[0]?.head).toMatch(/^Content-Type: text\/plain/m)
  expect(mails[0]?.head).toMatch(/^Auto-Submitted: auto-generated\r?$/m)
  expect([warnings, files()]).toEqual([[], []])
})

test('without TLS nothing is sent unless the address says so', async () => {
  const { url, mails } = await mailServer()
  const { post, fault, warnings, files } = postTo(url.replace('?tls=no', ''))
  expect(await fault()).not.toBeNull()
  post(letter)
  await expect.poll(files).toHaveLength(1)
  expect([mails, warnings]).toEqual([[], [expect.anything(), expect.objectContaining({ isKept: true })]])
})

test('a server that takes nobody in without a password gets it, and a wrong one is told', async () => {
  const options: SMTPServerOptions = {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      password === 'hemmelig:kode'
        ? done(null, { user: username })
        : done(new Error(`Wrong password: ${password}`)),
  }
  const { url, mails } = await mailServer(options)
  const right = postTo(url.replace('//', `//web:${encodeURIComponent('hemmelig:kode')}@`))
  expect(await right.fault()).toBeNull()
  right.post(letter)
  await expect.poll(() => mails).toHaveLength(1)
  expect(await postTo(url.replace('//', '//web:gaet@')).fault()).toBe('EAUTH 535')
})

test('a letter that is refused for good is kept at once, and told without the address', async () => {
  const { url } = await mailServer({
    onRcptTo: ({ address }, _, done) => done(new Error(`No such person: ${address}`)),
  })
  const { post, files, warnings, hasFailed } = postTo(url, { pauses: [60_000] })
  post(letter)
  await expect.poll(files).toHaveLength(1)
  expect(warnings).toEqual([{ reason: 'EENVELOPE 550', isKept: true }])
  expect(hasFailed()).toBe(true)
})

test('a letter that is refused for now is tried again', async () => {
  let tries = 0
  const { url, mails } = await mailServer({
    onMailFrom: (_, __, done) =>
      ++tries < 3 ? done(Object.assign(new Error('Greylisted'), { responseCode: 451 })) : done(),
  })
  const { post, files, warnings, hasFailed } = postTo(url, { pauses: [1, 1, 1] })
  post(letter)
  await expect.poll(() => mails).toHaveLength(1)
  await expect.poll(hasFailed).toBe(false)
  expect(files()).toEqual([])
  expect(warnings).toEqual([
    { reason: 'EENVELOPE 451', isKept: false },
    { reason: 'EENVELOPE 451', isKept: false },
  ])
})

test('a server that is away is told at once', async () => {
  const { url, close } = await startMailServer()
  await close()
  const { post, fault, files } = postTo(url)
  expect(await fault()).toMatch(/^E(CONNECTION|SOCKET|CONNREFUSED)/)
  post(letter)
  await expect.poll(files).toHaveLength(1)
})

test.for<[kind: string, answer: Parameters<typeof startOddServer>[0]]>([
  ['silent', undefined],
  ['slow', (socket) => void setInterval(() => socket.write('220-Vent lidt\r\n'), 20).unref()],
])('a %s server holds nobody up: one waits for it, the others are told at once', async ([, answer]) => {
  const { url, connections } = await oddServer(answer)
  const { fault } = postTo(url, { patience: 200 })
  const begin = performance.now()
  expect(await fault()).toBe('ETIMEDOUT')
  const first = performance.now() - begin
  expect(first).toBeLessThan(2_000)
  for (let time = 0; time < 100; time++) expect(await fault()).toBe('ETIMEDOUT')
  expect(performance.now() - begin - first).toBeLessThan(200)
  expect(connections()).toBe(1)
})

test('many who ask at once ask the mail server once', async () => {
  let logins = 0
  const { url } = await mailServer({
    onConnect: (_, done) => {
      logins += 1
      done()
    },
  })
  const { fault } = postTo(url)
  expect(await Promise.all(Array.from({ length: 20 }, fault))).toEqual(Array.from({ length: 20 }, () => null))
  expect(logins).toBe(1)
})

test('what has not gone out at the end lies in the folder', async () => {
  const { url } = await oddServer()
  const { post, close, files } = postTo(url)
  for (let number = 1; number <= 5; number++) post({ ...letter, subject: `Nr. ${number}` })
  await close()
  const subjects = files().map((file) => /^Emne: (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1])
  expect(subjects.toSorted()).toEqual(['Nr. 1', 'Nr. 2', 'Nr. 3', 'Nr. 4', 'Nr. 5'])
})

test('without a mail server letters lie as files that their owner alone can read', async () => {
  const { post, fault, canSend, folder, files } = postTo(null)
  expect([canSend, await fault()]).toEqual([false, null])
  post(letter)
  await expect.poll(files).toHaveLength(1)
  const [file = ''] = files()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(readFileSync(file, 'utf8')).toBe(
    `Fra: web@example.dk\nTil: line@example.dk\nEmne: Rødgrød\n\n${letter.text}`,
  )
})

test('of the files the newest hundred stay, for thirty days, and what is not ours always', async () => {
  const { post, close, folder, files } = postTo(null)
  post(letter)
  await expect.poll(files).toHaveLength(1)
  const [old = ''] = files()
  utimesSync(old, 1_000_000_000, 1_000_000_000)
  writeFileSync(path.join(folder, 'noter.txt'), 'Ikke vores')
  for (let number = 1; number <= 130; number++) post(letter)
  await close()
  post(letter)
  await close()
  expect(files()).not.toContain(old)
  expect(files()).toHaveLength(101)
})

test('a folder that cannot be made is told, and nothing is made in its place', async () => {
  const { post, close, fault, home, folder, warnings } = postTo(null)
  rmSync(home, { recursive: true })
  expect(await fault()).toBe('ENOENT')
  post(letter)
  await close()
  expect(warnings).toEqual([
    { reason: 'ENOENT', isKept: false },
    { reason: 'ENOENT', isKept: false },
  ])
  expect(existsSync(folder)).toBe(false)
})
