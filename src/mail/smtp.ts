import type { Transport } from './post.ts'
import { readSmtpUrl } from './smtp-url.ts'

/** How long a mail server may take for each step, in milliseconds. */
const PATIENCE = 10_000

/** The way to the mail server of SMTP_URL; a connection is opened for each letter. Throws if that is no address of one. */
export function openTransport(smtpUrl: string): Transport {
  const server = readSmtpUrl(smtpUrl)
  if (!server) throw new Error('SMTP_URL is no address of a mail server')
  const options = {
    ...server,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    dnsTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  // Loaded by the first letter: pages need none.
  const open = async () => (await import('nodemailer')).createTransport(options)
  return {
    async send({ from, to, subject, text }) {
      // No machine shall answer it (RFC 3834).
      const headers = { 'Auto-Submitted': 'auto-generated' }
      await (await open()).sendMail({ from, to, subject, text, headers })
    },
    async verify() {
      await (await open()).verify()
    },
  }
}
