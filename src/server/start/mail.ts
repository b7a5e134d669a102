import { z } from 'zod'
import { openTransport } from '../../mail/smtp.ts'
import { readSmtpUrl } from '../../mail/smtp-url.ts'
import { say, type Words } from '../tell/language.ts'

type Source = Record<string, string | undefined>

/** What SMTP_URL and MAIL_FROM may be, in the language that `source` asks for. */
export function mailVariables(source: Source) {
  const write = ({ da, en }: Words) => say({ da: `skriv ${da}`, en: `write ${en}` }, source)
  return {
    server: z
      .string()
      .refine(
        readSmtpUrl,
        write({
          da: 'en adresse som smtps://bruger:kode@mail.example.dk, eller smtp://mail.example.dk?tls=no uden kryptering; særlige tegn i koden som %40 for @',
          en: 'an address like smtps://user:password@mail.example.dk, or smtp://mail.example.dk?tls=no without encryption; special signs of the password as %40 for @',
        }),
      )
      .optional(),
    sender: z
      .email(
        write({
          da: 'en e-mailadresse, for eksempel web@aalborg.dk',
          en: 'an e-mail address, such as web@aalborg.dk',
        }),
      )
      .optional(),
  }
}

/** A line if mails shall be sent and nobody says from whom; most servers refuse an address that we made up. */
export function mailFaults({ SMTP_URL, MAIL_FROM }: Source, source: Source): string[] {
  if (!SMTP_URL || MAIL_FROM) return []
  return [
    say(
      {
        da: 'MAIL_FROM mangler: skriv den adresse, som hjemmesidens e-mails skal komme fra, for eksempel web@aalborg.dk.',
        en: "MAIL_FROM is missing: write the address that the site's e-mails shall come from, such as web@aalborg.dk.",
      },
      source,
    ),
  ]
}

/** That no mail goes out, and where it lies instead; for the start and the check. */
export const noMailLine = (): string =>
  say({
    da: 'SMTP_URL er ikke sat: der sendes ingen e-mail. Det, der skulle være sendt, lægges som filer i DATA_DIR/mail.',
    en: 'SMTP_URL is not set: no e-mail is sent. What would be is put as files into DATA_DIR/mail.',
  })

/** Whether the mail server lets us in, as it would for a mail; nothing is sent. Null if it does, otherwise a line that says why not. */
export async function tryMailServer(smtpUrl: string): Promise<string | null> {
  try {
    await openTransport(smtpUrl).verify()
    return null
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string }
    const { pass } = readSmtpUrl(smtpUrl)?.auth ?? {}
    // Some servers repeat what they were given.
    const words = message.split('\n', 1)[0]?.replaceAll(pass || '\n', '…')
    const why = [code, words].filter(Boolean).join(': ')
    return say({
      da: `SMTP_URL: mailserveren lukker os ikke ind (${why}).`,
      en: `SMTP_URL: the mail server does not let us in (${why}).`,
    })
  }
}
