import { say } from '../tell/language.ts'

/**
 * The newest security release of each major version of PostgreSQL, as docs/advisories.md found it:
 * major version → minor version.
 */
export const SAFE_VERSIONS: Readonly<Record<number, number>> = { 18: 7, 17: 12, 16: 16, 15: 20 }

/**
 * Says that a PostgreSQL misses a security release that we know of; null if it does not.
 * @param version as the server tells it, e.g. `17.4 (Debian 17.4-1.pgdg120+2)`
 */
export function versionHint(version: string, isEmbedded: boolean): string | null {
  const [, major = '', minor = ''] = /^(\d+)\.(\d+)/.exec(version) ?? []
  const safe = SAFE_VERSIONS[Number(major)]
  if (safe === undefined || Number(minor) >= safe) return null
  if (isEmbedded)
    return say({
      da: `Den indbyggede PostgreSQL er ${major}.${minor} og mangler sikkerhedsrettelser (${major}.${safe} har dem). Sæt DATABASE_URL til en egen PostgreSQL, når hjemmesiden skal i drift.`,
      en: `The embedded PostgreSQL is ${major}.${minor} and misses security fixes (${major}.${safe} has them). Set DATABASE_URL to a PostgreSQL of your own for a real site.`,
    })
  return say({
    da: `DATABASE_URL: PostgreSQL ${major}.${minor} mangler sikkerhedsrettelser. Opdatér den til ${major}.${safe} eller nyere.`,
    en: `DATABASE_URL: PostgreSQL ${major}.${minor} misses security fixes. Update it to ${major}.${safe} or later.`,
  })
}
