/** A PostgreSQL server that an address names. */
export type Host = { host: string; port: number; url: string }

/**
 * The servers that a database's address names, in its order; null if it is no address of PostgreSQL. Several are written
 * as libpq writes them: `postgres://user:password@a:5432,b:5432/site?target_session_attrs=read-write`. Of several only one
 * takes writes, and the site needs that one: `target_session_attrs` may be missing, but it may not ask for another.
 */
export function readHosts(address: string): Host[] | null {
  const [, before = '', hosts = '', after = ''] =
    /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/s.exec(address) ?? []
  const urls = hosts.split(',').map((host) => before + host + after)
  if (!urls.every((url) => before && URL.canParse(url))) return null
  const wanted = new URL(urls[0] ?? '').searchParams.get('target_session_attrs') ?? 'read-write'
  if (!['read-write', 'primary'].includes(wanted)) return null
  if (urls.length > 1 && hosts.split(',').includes('')) return null
  return urls.map((url) => {
    const { hostname, port } = new URL(url)
    return { host: decodeURIComponent(hostname.replace(/^\[(.+)\]$/, '$1')), port: Number(port || 5432), url }
  })
}

/** The servers of an address for people to read, such as `a:5432, b:5432`; never its password. */
export function namesOf(address: string): string {
  return (readHosts(address) ?? []).map(({ url }) => new URL(url).host).join(', ')
}
