import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { readHosts } from '../../database/hosts.ts'
import { StartError } from '../start-error.ts'
import { checkS3 } from './s3.ts'

export type Environment = {
  /** TCP port of the site. */
  port: number
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
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const schema = z.object({
  PORT: wholeNumber(1, 65_535, 'et helt tal fra 1 til 65535, for eksempel 3000').default(3000),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .refine(
      readHosts,
      'skriv en adresse som postgres://bruger:kode@vært:5432/database, ved flere servere vært1:5432,vært2:5432',
    )
    .optional(),
  SITE_URL: z
    .string()
    .refine(isOrigin, 'skriv webstedets adresse uden sti, for eksempel https://www.aalborg.dk')
    .optional(),
  ADMIN_EMAIL: z.email('skriv en e-mailadresse, for eksempel navn@aalborg.dk').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'skriv en adgangskode på mindst 12 tegn').optional(),
  PAYLOAD_SECRET: z.string().min(32, 'skriv en hemmelighed på mindst 32 tegn').optional(),
  SITE_CLOCK: z
    .string()
    .refine(isInstant, 'skriv et tidspunkt med forskydning, for eksempel 2026-12-24T14:59:50+01:00')
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `skriv en af ${logLevels.join(', ')}`).default('info'),
  TRUST_PROXY: wholeNumber(0, 10, 'antallet af proxyer foran serveren, et helt tal fra 0 til 10').default(0),
})

/** Variables whose value must never reach a terminal or a log. */
const secret = new Set(['DATABASE_URL', 'ADMIN_PASSWORD', 'PAYLOAD_SECRET'])

/**
 * Reads the environment variables listed in README.md. An empty one counts as absent.
 * Throws a StartError that names the first bad variable and says what to write instead.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = schema.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    const name = String(issue?.path[0])
    const value = secret.has(name) ? '' : ` er "${given[name]}", og det`
    throw new StartError(`${name}${value} kan ikke bruges: ${issue?.message}.`)
  }
  checkS3(given)
  const values = result.data
  return {
    port: values.PORT,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    siteUrl: new URL(values.SITE_URL ?? `http://localhost:${values.PORT}`).origin,
    adminEmail: values.ADMIN_EMAIL,
    adminPassword: values.ADMIN_PASSWORD,
    payloadSecret: values.PAYLOAD_SECRET,
    siteClock: values.SITE_CLOCK,
    logLevel: values.LOG_LEVEL,
    trustedProxies: values.TRUST_PROXY,
  }
}

function wholeNumber(least: number, most: number, what: string) {
  return z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `skriv ${what}`,
    )
    .transform(Number)
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
