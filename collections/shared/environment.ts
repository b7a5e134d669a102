import path from 'node:path'

const {
  DATABASE_URL,
  DATA_DIR = '.data',
  LOG_LEVEL = 'error',
  LOSE_CONTENT_OF,
  PAYLOAD_SECRET,
  SITE_URL,
} = process.env

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
  /** The site's public origin, without a trailing slash. */
  siteUrl: SITE_URL ?? 'http://localhost:3000',
}
