import { expect, test } from 'vitest'
import { readSmtpUrl } from '../../../src/mail/smtp-url.ts'

const tls = { secure: false, requireTLS: true, ignoreTLS: false }

test.for([
  [
    'smtps://mail.example.dk',
    { host: 'mail.example.dk', port: 465, secure: true, requireTLS: false, ignoreTLS: false },
  ],
  ['smtp://mail.example.dk', { host: 'mail.example.dk', port: 587, ...tls }],
  ['smtp://mail.example.dk:2525/', { host: 'mail.example.dk', port: 2525, ...tls }],
  ['smtp://[::1]', { host: '::1', port: 587, ...tls }],
  ['smtp://127.0.0.1?tls=no', { host: '127.0.0.1', port: 25, ...tls, requireTLS: false, ignoreTLS: true }],
  [
    'smtp://web%40example.dk:p%40ss%3Aord@mail.example.dk',
    { host: 'mail.example.dk', port: 587, ...tls, auth: { user: 'web@example.dk', pass: 'p@ss:ord' } },
  ],
] as const)('%s', ([text, server]) => {
  expect(readSmtpUrl(text)).toEqual(server)
})

test.for([
  '',
  'mail.example.dk',
  'mail.example.dk:587',
  'https://mail.example.dk',
  'smtp://',
  'smtp:///x',
  'smtp://mail.example.dk/x',
  'smtp://mail.example.dk#x',
  'smtp://mail.example.dk?tls=yes',
  'smtps://mail.example.dk?tls=no',
  'smtp://mail.example.dk?tls=no&host=other',
  'smtp://web@mail.example.dk',
  'smtp://:kode@mail.example.dk',
  'smtp://web:50%@mail.example.dk',
])('%j is no address of a mail server', (text) => {
  expect(readSmtpUrl(text)).toBeNull()
})
