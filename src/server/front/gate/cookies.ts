import type { IncomingMessage, ServerResponse } from 'node:http'

/** The CMS's own name of the cookie with the session. */
export const SESSION = 'payload-token'

const HOST = '__Host-'

/** The value of a cookie; undefined without it. */
export function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/**
 * The name under which a browser keeps a cookie of ours. Over https one that no other host, no subdomain and no page
 * fetched over http can have set (RFC 6265bis, 4.1.3.2).
 */
export const nameInBrowser = (name: string, isSecure: boolean): string => (isSecure ? HOST + name : name)

/** Gives the CMS the session under the name it knows. One under that name that did not come by `__Host-` is dropped. */
export function readSessionCookie(request: IncomingMessage, isSecure: boolean): void {
  if (!isSecure || request.headers.cookie === undefined) return
  const value = cookieOf(request, HOST + SESSION)
  const others = request.headers.cookie
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => !pair.startsWith(`${SESSION}=`) && !pair.startsWith(`${HOST}${SESSION}=`))
  request.headers.cookie = [...others, ...(value === undefined ? [] : [`${SESSION}=${value}`])].join('; ')
}

/** Renames the session that the CMS sets, just before an answer is sent, and spells its attributes as RFC 6265 does. */
export function writeSessionCookie(response: ServerResponse, isSecure: boolean): void {
  const set = response.getHeader('Set-Cookie')
  if (set === undefined) return
  const cookies = [set].flat().map((cookie) => String(cookie).replace(/; (Secure|HttpOnly)=true/gi, '; $1'))
  response.setHeader(
    'Set-Cookie',
    cookies.map((cookie) => (isSecure && cookie.startsWith(`${SESSION}=`) ? HOST + cookie : cookie)),
  )
}

/** Adds a cookie that only this server reads. `seconds`: how long a browser keeps it. */
export function addCookie(
  response: ServerResponse,
  cookie: { name: string; value: string; seconds: number; isSecure: boolean },
): void {
  const { name, value, seconds, isSecure } = cookie
  const secure = isSecure ? '; Secure' : ''
  response.appendHeader(
    'Set-Cookie',
    `${nameInBrowser(name, isSecure)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`,
  )
}
