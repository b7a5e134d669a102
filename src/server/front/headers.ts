import type { IncomingMessage, ServerResponse } from 'node:http'
import { type AddressKind, isSecret } from '../../domain/addresses.ts'

/** Response headers as name and value pairs. */
export type Headers = readonly (readonly [name: string, value: string])[]

/** The security headers of each kind of response; `siteUrl` is the public origin. */
export function securityHeaders(siteUrl: string) {
  const common: Headers = [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    // Over plain http a browser ignores it, and on localhost it would lock other projects out.
    ...(siteUrl.startsWith('https:') ? [['Strict-Transport-Security', 'max-age=31536000'] as const] : []),
  ]
  const withPolicy = (policy: Record<string, string>, disabled = disabledFeatures): Headers => [
    ['Permissions-Policy', disabled.map((feature) => `${feature}=()`).join(', ')],
    [
      'Content-Security-Policy',
      Object.entries(policy)
        .map(([directive, sources]) => `${directive} ${sources}`.trim())
        .join('; '),
    ],
    ...common,
  ]
  return {
    page: withPolicy(pagePolicy),
    // Where editors log in with a passkey.
    admin: withPolicy(
      adminPolicy,
      disabledFeatures.filter((feature) => feature !== 'publickey-credentials-get'),
    ),
    api: withPolicy({ 'default-src': "'none'", 'frame-ancestors': "'none'" }),
    upload: withPolicy({ 'default-src': "'none'", sandbox: '' }),
    /** For the development server: its reload would break any policy. */
    development: common,
  }
}

const pagePolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
}

/** Payload's admin UI writes scripts and styles into its pages. */
const adminPolicy = {
  'default-src': "'self'",
  'script-src': "'self' 'unsafe-inline'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  'media-src': "'self' blob:",
  'worker-src': "'self' blob:",
  'object-src': "'none'",
  'form-action': "'self'",
  'base-uri': "'self'",
  'frame-ancestors': "'self'",
}

const disabledFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]

/** What an answer of the app, or a file, is sent with. */
export function headersFor(
  kind: AddressKind,
  security: ReturnType<typeof securityHeaders>,
  isDevelopment: boolean,
): Headers {
  const own = isDevelopment ? security.development : security[policies[kind.answer]]
  if (isSecret(kind)) return [...own, ...SECRET]
  return dependsOnSession(kind) ? [...own, NEVER_KEPT] : own
}

/** Which of `securityHeaders` each kind of answer from the app is sent with. */
const policies = {
  stored: 'page',
  made: 'page',
  file: 'page',
  built: 'page',
  script: 'page',
  api: 'api',
  cms: 'api',
  front: 'api',
  upload: 'upload',
  admin: 'admin',
} as const satisfies Record<AddressKind['answer'], string>

/** Of an address that is a secret: nobody keeps what stands there, no engine names it, and no link or file is told of it. */
const SECRET: Headers = [
  ['Cache-Control', 'private, no-store'],
  ['X-Robots-Tag', 'noindex, nofollow, noarchive'],
  ['Referrer-Policy', 'no-referrer'],
]

/** Nobody may keep what depends on who is logged in. */
const NEVER_KEPT = ['Cache-Control', 'no-store'] as const

export const dependsOnSession = ({ answer, access }: AddressKind): boolean =>
  answer === 'cms' || answer === 'admin' || access === 'login'

/** Removes headers with which a caller could pose as the server itself or as one of our proxies. */
export function cleanHeaders(
  request: IncomingMessage,
  trustedProxies: number,
  { answer }: AddressKind,
): void {
  for (const name of Object.keys(request.headers)) {
    const isForged =
      name.startsWith('x-internal-') ||
      // Only the admin speaks Next's own protocol.
      (answer !== 'admin' && /^(rsc$|next-|x-nextjs-|x-middleware-)/.test(name)) ||
      (trustedProxies === 0 && /^(x-)?forwarded/.test(name))
    if (isForged) delete request.headers[name]
  }
}

/** Sets headers when the head is written, so that they override the app's own. `onHead` is called then. */
export function setHeadersLast(response: ServerResponse, headers: Headers, onHead: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    onHead()
    response.removeHeader('X-Powered-By')
    for (const [name, value] of headers) response.setHeader(name, value)
    return writeHead(...args)
  }
}
