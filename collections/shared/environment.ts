import { readFileSync } from 'node:fs'
import path from 'node:path'

const {
  DATABASE_URL,
  DATA_DIR = '.data',
  LOG_LEVEL = 'error',
  LOSE_CONTENT_OF,
  MAIL_FROM,
  PAYLOAD_SECRET,
  REQUIRE_2FA,
  SITE_URL,
  SMTP_URL,
} = process.env
const { S3_BUCKET, S3_ENDPOINT, S3_REGION } = process.env
// Payload wants all its packages in one version, and of the storage for S3 that version may come later. It fits: package.json.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'

/**
 * The only place where the CMS reads the environment. The server checks these values and sets them before it loads the
 * CMS; builds and generators run with few or none of them.
 */
export const environment = {
  databaseUrl: DATABASE_URL,
  /** The address of the database whose content somebody has agreed to lose. */
  loseContentOf: LOSE_CONTENT_OF,
  mediaFolder: path.resolve(DATA_DIR, 'media'),
  logLevel: LOG_LEVEL,
  secret: PAYLOAD_SECRET ?? '',
  /** Whether nobody gets in by a password alone. */
  requiresSecondFactor: REQUIRE_2FA === 'yes',
  /** The site's public origin, without a trailing slash. */
  siteUrl: SITE_URL ?? 'http://localhost:3000',
  /** How mails are sent; without `smtpUrl` they lie in the folder. */
  mail: {
    smtpUrl: SMTP_URL || undefined,
    from: MAIL_FROM || `webstedet@${new URL(SITE_URL ?? 'http://localhost').hostname}`,
    folder: path.resolve(DATA_DIR, 'mail'),
  },
  /** Where the files are if not in a folder. */
  s3: S3_BUCKET
    ? {
        bucket: S3_BUCKET,
        /** Undefined: Amazon. */
        endpoint: S3_ENDPOINT || undefined,
        region: S3_REGION || 'us-east-1',
        accessKeyId: given('S3_ACCESS_KEY_ID'),
        secretAccessKey: given('S3_SECRET_ACCESS_KEY'),
      }
    : null,
}

/** A variable, or the content of the file that `NAME_FILE` names, as containers hand secrets over. */
function given(name: string): string {
  const file = process.env[`${name}_FILE`]
  return process.env[name] || (file ? readFileSync(file, 'utf8').trim() : '')
}
