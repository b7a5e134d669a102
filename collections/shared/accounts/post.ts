import type { BasePayload, EmailAdapter } from 'payload'
import { postOfProcess } from '../../../src/mail/of-process.ts'
import { createPost, type Post } from '../../../src/mail/post.ts'
import { openTransport } from '../../../src/mail/smtp.ts'
import { environment } from '../environment.ts'

const { smtpUrl, from, folder } = environment.mail

/** By which letters go out: the server's own where the CMS runs in one. */
export const postOf = ({ logger }: Pick<BasePayload, 'logger'>): Post =>
  postOfProcess(() =>
    createPost({
      transport: smtpUrl ? openTransport(smtpUrl) : null,
      from,
      folder,
      warn: (failed) => logger.warn({ event: 'mail', ...failed }, 'A mail could not be sent'),
    }),
  )

/** By which Payload sends the link to a new password. It answers at once, so that its time tells nobody who has an account. */
export const email: EmailAdapter<void> = ({ payload }) => ({
  name: smtpUrl ? 'smtp' : 'files',
  defaultFromAddress: from,
  defaultFromName: 'Hjemmesiden',
  sendEmail: async ({ to, subject = '', text, html }) =>
    postOf(payload).post({
      to: typeof to === 'string' ? to : '',
      subject,
      text: [text, html].find((one) => typeof one === 'string') ?? '',
    }),
})
