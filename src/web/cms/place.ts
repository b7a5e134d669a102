import type { Endpoint, SanitizedConfig } from 'payload'
import { unreadableText } from '../../domain/text/readable.ts'
import { Refused } from './refused.ts'

/**
 * Refuses an address that the CMS has nothing at: 404 where no such thing exists, 405 where it cannot be asked like this.
 * What is there is read from the CMS's own list of endpoints, so that it cannot fall behind.
 * @param parts of the address after `/api/`, decoded
 */
export function refuseUnknownPlace(config: SanitizedConfig, method: string, parts: readonly string[]): void {
  const problem = parts.map(unreadableText).find(Boolean)
  if (problem) throw new Refused(400, problem)
  const [base = '', second = ''] = parts
  const collection = config.collections.find(({ slug }) => slug === base)
  const global = base === 'globals' ? config.globals.find(({ slug }) => slug === second) : undefined
  const owner = collection ?? global
  const endpoints = owner ? owner.endpoints : config.endpoints
  const rest = parts.slice(collection ? 1 : global ? 2 : 0)
  const hasVersions = Boolean(owner?.versions)
  const there = (endpoints || []).filter(
    ({ path }) =>
      !NOWHERE.test(path) &&
      (hasVersions || !path.startsWith('/versions')) &&
      isAt(path, rest, collection?.slug),
  )
  if (there.length === 0) throw new Refused(404, 'Adressen findes ikke.')
  if (method === 'OPTIONS') return
  if (!there.some((endpoint) => verbOf(endpoint) === method)) {
    const allowed = [...new Set(there.map(verbOf))].join(', ')
    throw new Refused(405, 'Sådan kan man ikke spørge her.', undefined, { Allow: allowed })
  }
}

const verbOf = ({ method }: Endpoint): string => method.toUpperCase()

/** Fetching a file from an address would let an editor send the server anywhere; nobody asks for pictures of the admin, or verifies an e-mail. */
const NOWHERE = /^\/(paste-url|og|verify)\b/

/** Collections whose `:id` and `:key` are texts. */
const BY_KEY = new Set(['payload-preferences'])

function isAt(pattern: string, parts: readonly string[], collection?: string): boolean {
  const names = pattern.split('/').filter(Boolean)
  const least = names.filter((name) => !name.endsWith('?')).length
  if (parts.length < least || parts.length > names.length) return false
  return parts.every((part, at) => {
    const name = names[at] ?? ''
    if (!name.startsWith(':')) return name === part
    const isNumber = /^:id\??$/.test(name) && !BY_KEY.has(collection ?? '')
    return isNumber ? /^[1-9]\d{0,9}$/.test(part) && Number(part) < 2 ** 31 : part.length <= 300
  })
}
