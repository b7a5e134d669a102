import { expect, test } from 'vitest'
import { environmentFaults, misspelledVariables, readEnvironment } from '../../../../src/server/start/env.ts'

const LANG = 'da_DK.UTF-8'

test('an empty environment gives the ordinary site on port 3000', () => {
  expect(readEnvironment({ DATABASE_URL: '' })).toEqual({
    port: 3000,
    dataDir: '.data',
    siteUrl: 'http://localhost:3000',
    logLevel: 'info',
    trustedProxies: 0,
    mailFrom: 'webstedet@localhost',
    linkCheck: true,
    sendsReviewMails: true,
  })
})

test('links to other sites are not tried where that is switched off', () => {
  expect(readEnvironment({ LINK_CHECK: 'off' }).linkCheck).toBe(false)
})

test('the address of the site follows the port, and has no slash at its end', () => {
  expect(readEnvironment({ PORT: '8080' }).siteUrl).toBe('http://localhost:8080')
  expect(readEnvironment({ SITE_URL: 'https://www.aalborg.dk/' }).siteUrl).toBe('https://www.aalborg.dk')
})

test.for([
  ['PORT', '80a', 'PORT er "80a", og det kan ikke bruges: skriv et helt tal fra 1 til 65535'],
  ['PORT', '70000', 'PORT er "70000"'],
  ['PORT', '-1', 'PORT er "-1"'],
  ['SITE_URL', 'aalborg.dk', 'SITE_URL er "aalborg.dk", og det kan ikke bruges: skriv hjemmesidens adresse'],
  ['SITE_URL', 'https://aalborg.dk/web', 'SITE_URL er'],
  ['SITE_URL', 'ftp://aalborg.dk', 'SITE_URL er'],
  ['ADMIN_EMAIL', 'anders', 'skriv en e-mailadresse'],
  ['SITE_CLOCK', '2026-12-24T14:59:50', 'skriv et tidspunkt med forskydning'],
  ['SITE_CLOCK', '2026-13-24T14:59:50Z', 'skriv et tidspunkt med forskydning'],
  ['LOG_LEVEL', 'loud', 'skriv en af fatal, error, warn'],
  ['TRUST_PROXY', 'true', 'antallet af proxyer'],
  ['MAIL_FROM', 'hjemmesiden', 'skriv en e-mailadresse'],
  ['LINK_CHECK', 'no', 'skriv on eller off'],
] as const)('%s=%s ends with a line that says what to write', ([name, value, line]) => {
  expect(() => readEnvironment({ LANG, [name]: value })).toThrow(line)
})

test.for([
  ['DATABASE_URL', 'mysql://site:hemmelig-@localhost/site', 'postgres://bruger:kode@vært:5432/database'],
  ['ADMIN_PASSWORD', 'hemmelig-', 'mindst 12 tegn'],
  ['PAYLOAD_SECRET', 'hemmelig-', 'mindst 32 tegn'],
  ['SMTP_URL', 'smtp://web:hemmelig-%@mail.example.dk', 'smtps://bruger:kode@mail.example.dk'],
] as const)('a bad %s is named without being shown', ([name, value, hint]) => {
  expect(() => readEnvironment({ LANG, [name]: value })).toThrow(
    expect.objectContaining({
      name: 'StartError',
      message: expect.not.stringContaining('hemmelig-') as unknown,
    }),
  )
  expect(() => readEnvironment({ LANG, [name]: value })).toThrow(hint)
})

test('every bad variable is told, in English where that is read', () => {
  expect(
    environmentFaults({ LANG: 'en_GB.UTF-8', PORT: 'x', HOST: '-', PAYLOAD_SECRET: 'hemmelig-' }),
  ).toEqual([
    'PORT is "x", which cannot be used: write a whole number from 1 to 65535, such as 3000.',
    `HOST is "-", which cannot be used: write one of the machine's addresses, such as 127.0.0.1.`,
    'PAYLOAD_SECRET cannot be used: write a secret of at least 32 characters.',
  ])
})

test.for(['127.0.0.1', '::', 'fe80::1%eth0', 'localhost', 'web-1.aalborg.dk'])('%s can be a host', (HOST) => {
  expect(readEnvironment({ HOST }).host).toBe(HOST)
})

test.for([
  ['TRUST_PROXIES', 'TRUST_PROXY'],
  ['DATBASE_URL', 'DATABASE_URL'],
  ['database_url', 'DATABASE_URL'],
  ['SITEURL', 'SITE_URL'],
  ['PORTS', 'PORT'],
  ['S3_BUKET', 'S3_BUCKET'],
  ['S3_SECRET_KEY', null],
  ['HOME', null],
  ['HOSTNAME', null],
  ['PWD', null],
  ['PATH', null],
] as const)('%s may be meant as %s', ([name, meant]) => {
  const told = misspelledVariables({ [name]: 'hemmelig' })
  expect(told).toEqual(meant ? [`${name} is not read. Is ${meant} meant?`] : [])
})

test('a variable that is there is not the one that was meant', () => {
  expect(misspelledVariables({ PORTS: '1', PORT: '3000' })).toEqual([])
})

test('whoever sends mail says from whom', () => {
  const SMTP_URL = 'smtps://mail.example.dk'
  expect(environmentFaults({ LANG, SMTP_URL })).toEqual([expect.stringMatching(/^MAIL_FROM mangler/)])
  const environment = readEnvironment({ LANG, SMTP_URL, MAIL_FROM: 'web@aalborg.dk' })
  expect(environment).toMatchObject({ smtpUrl: SMTP_URL, mailFrom: 'web@aalborg.dk' })
  expect(readEnvironment({ SITE_URL: 'https://www.aalborg.dk' }).mailFrom).toBe('webstedet@www.aalborg.dk')
})
