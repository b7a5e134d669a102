import net from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { readHosts } from '../../database/servers/hosts.ts'
import {
  LEAST_CHARACTERS,
  MOST_CHARACTERS,
  type PasswordFault,
  passwordWords,
} from '../../domain/accounts/password.ts'
import { say, type Words } from '../tell/language.ts'
import { StartError } from '../tell/start-error.ts'
import { mailFaults, mailVariables } from './mail.ts'
import { s3Faults, S3_VARIABLES } from './s3.ts'

export type Environment = {
  /** TCP port of the site. */
  port: number
  /** The address or name to listen on; without it, all of the machine's. */
  host: string | undefined
  /** Folder for everything the server keeps, as given: absolute, or relative to the repository's root. */
  dataDir: string
  /** An external PostgreSQL; without it the embedded one runs. */
  databaseUrl: string | undefined
  /** The site's public origin, without a trailing slash. */
  siteUrl: string
  adminEmail: string | undefined
  adminPassword: string | undefined
  payloadSecret: string | undefined
  /** The ISO instant at which the site's clock starts. */
  siteClock: string | undefined
  logLevel: (typeof logLevels)[number]
  /** How many proxies in front of the server we trust to set X-Forwarded-For. */
  trustedProxies: number
  /** The mail server; without one mails lie as files. */
  smtpUrl: string | undefined
  /** From whom mails are. */
  mailFrom: string
  /** Whether owners get a mail a week about what is due for review. */
  sendsReviewMails: boolean
  /** With which another machine may read the metrics. */
  metricsToken: string | undefined
  /** Whether links to other sites are tried. */
  linkCheck: boolean
}

type Source = Record<string, string | undefined>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** What each variable may be, with what to write instead in the language that the variables themselves ask for. */
function schemaIn(source: Source) {
  const write = ({ da, en }: Words) => say({ da: `skriv ${da}`, en: `write ${en}` }, source)
  const mail = mailVariables(source)
  const wholeNumber = (least: number, most: number, what: Words) =>
    z
      .string()
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most, write(what))
      .transform(Number)
  return z.object({
    PORT: wholeNumber(1, 65_535, {
      da: 'et helt tal fra 1 til 65535, for eksempel 3000',
      en: 'a whole number from 1 to 65535, such as 3000',
    }).default(3000),
    HOST: z
      .string()
      .refine(
        isHost,
        write({
          da: 'en af maskinens adresser, for eksempel 127.0.0.1',
          en: "one of the machine's addresses, such as 127.0.0.1",
        }),
      )
      .optional(),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: z
      .string()
      .refine(
        readHosts,
        write({
          da: 'en adresse som postgres://bruger:kode@vært:5432/database',
          en: 'an address like postgres://user:password@host:5432/database',
        }),
      )
      .optional(),
    SITE_URL: z
      .string()
      .refine(
        isOrigin,
        write({
          da: 'hjemmesidens adresse uden sti, for eksempel https://www.aalborg.dk',
          en: "the site's address without a path, such as https://www.aalborg.dk",
        }),
      )
      .optional(),
    ADMIN_EMAIL: z
      .email(
        write({
          da: 'en e-mailadresse, for eksempel navn@aalborg.dk',
          en: 'an e-mail address, such as name@aalborg.dk',
        }),
      )
      .optional(),
    ADMIN_PASSWORD: z
      .string()
      .min(
        LEAST_CHARACTERS,
        write({
          da: `en adgangskode på mindst ${LEAST_CHARACTERS} tegn`,
          en: `a password of at least ${LEAST_CHARACTERS} characters`,
        }),
      )
      .max(
        MOST_CHARACTERS,
        write({
          da: `en adgangskode på højst ${MOST_CHARACTERS} tegn`,
          en: `a password of at most ${MOST_CHARACTERS} characters`,
        }),
      )
      .optional(),
    PAYLOAD_SECRET: z
      .string()
      .min(32, write({ da: 'en hemmelighed på mindst 32 tegn', en: 'a secret of at least 32 characters' }))
      .optional(),
    SITE_CLOCK: z
      .string()
      .refine(
        isInstant,
        write({
          da: 'et tidspunkt med forskydning, for eksempel 2026-12-24T14:59:50+01:00',
          en: 'an instant with its offset, such as 2026-12-24T14:59:50+01:00',
        }),
      )
      .optional(),
    LOG_LEVEL: z
      .enum(logLevels, write({ da: `en af ${logLevels.join(', ')}`, en: `one of ${logLevels.join(', ')}` }))
      .default('info'),
    TRUST_PROXY: wholeNumber(0, 10, {
      da: 'antallet af proxyer foran serveren, et helt tal fra 0 til 10',
      en: 'how many proxies stand in front of the server, a whole number from 0 to 10',
    }).default(0),
    SMTP_URL: mail.server,
    MAIL_FROM: mail.sender,
    REQUIRE_2FA: z.enum(['yes', 'no'], write({ da: 'yes eller no', en: 'yes or no' })).default('no'),
    REVIEW_MAILS: z.enum(['on', 'off'], write({ da: 'on eller off', en: 'on or off' })).default('on'),
    METRICS_TOKEN: z
      .string()
      .regex(
        /^\S{32,}$/,
        write({
          da: 'mindst 32 tegn uden mellemrum',
          en: 'at least 32 characters without blanks',
        }),
      )
      .optional(),
    LINK_CHECK: z.enum(['on', 'off'], write({ da: 'on eller off', en: 'on or off' })).default('on'),
  })
}

/** Variables whose value must never reach a terminal or a log. */
const secret = new Set(['DATABASE_URL', 'ADMIN_PASSWORD', 'PAYLOAD_SECRET', 'SMTP_URL', 'METRICS_TOKEN'])

/**
 * Reads the environment variables listed in README.md. An empty one counts as absent.
 * Throws a StartError that names the first bad variable and says what to write instead.
 */
export function readEnvironment(source: Source): Environment {
  const [fault] = environmentFaults(source)
  if (fault) throw new StartError(fault)
  const values = schemaIn(source).parse(given(source))
  const siteUrl = new URL(values.SITE_URL ?? `http://localhost:${values.PORT}`)
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    siteUrl: siteUrl.origin,
    adminEmail: values.ADMIN_EMAIL,
    adminPassword: values.ADMIN_PASSWORD,
    payloadSecret: values.PAYLOAD_SECRET,
    siteClock: values.SITE_CLOCK,
    logLevel: values.LOG_LEVEL,
    trustedProxies: values.TRUST_PROXY,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? `webstedet@${siteUrl.hostname}`,
    sendsReviewMails: values.REVIEW_MAILS === 'on',
    metricsToken: values.METRICS_TOKEN,
    linkCheck: values.LINK_CHECK === 'on',
  }
}

/** That the first administrator cannot have the password of ADMIN_PASSWORD. It is used by the first start only, and so asked then. */
export const guessedLine = (fault: PasswordFault): string =>
  say({
    da: `ADMIN_PASSWORD kan ikke bruges: ${passwordWords(fault)}`,
    en: `ADMIN_PASSWORD cannot be used (${fault}): take one that is hard to guess, such as four random words.`,
  })

/** A line for each bad variable, in the order of README.md; none if all can be used. */
export function environmentFaults(source: Source): string[] {
  const values = given(source)
  const issues = schemaIn(source).safeParse(values).error?.issues ?? []
  const faults = issues.map(({ path, message }) => {
    const name = String(path[0])
    const shown = secret.has(name) ? null : values[name]
    return shown == null
      ? say({ da: `${name} kan ikke bruges: ${message}.`, en: `${name} cannot be used: ${message}.` }, source)
      : say(
          {
            da: `${name} er "${shown}", og det kan ikke bruges: ${message}.`,
            en: `${name} is "${shown}", which cannot be used: ${message}.`,
          },
          source,
        )
  })
  return [...faults, ...s3Faults(values, source), ...mailFaults(values, source)]
}

/**
 * A line for each variable whose name is nearly that of one of ours, which therefore stands without a value: nobody reads
 * it, and nothing else would say so.
 */
export function misspelledVariables(source: Source): string[] {
  const known = [...Object.keys(schemaIn(source).shape), ...S3_VARIABLES]
  return Object.keys(given(source)).flatMap((name) => {
    const meant = known.find((one) => !given(source)[one] && isNearly(name, one))
    if (known.includes(name) || !meant) return []
    return say(
      {
        da: `${name} læses ikke. Er det ${meant}, der er ment?`,
        en: `${name} is not read. Is ${meant} meant?`,
      },
      source,
    )
  })
}

/** Whether few letters, one in four, are other ones, missing or too many. */
function isNearly(name: string, known: string): boolean {
  return distance(name.toUpperCase(), known) <= Math.round(known.length / 4)
}

/** How many letters must be changed, added or removed to make one word the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = [...other, ''].map((_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, expected] of [...other].entries())
      next.push(
        Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + Number(letter !== expected)),
      )
    row = next
  }
  return row.at(-1) ?? 0
}

/** The variables that have a value. */
export const given = (source: Source): Source =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))

/** An address, or a name by the rules of RFC 1123. Whether it is this machine's shows when the port opens. */
function isHost(text: string): boolean {
  return (
    net.isIP(text) !== 0 ||
    /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i.test(text)
  )
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`
}

function isInstant(text: string): boolean {
  try {
    return Boolean(Temporal.Instant.from(text))
  } catch {
    return false
  }
}
