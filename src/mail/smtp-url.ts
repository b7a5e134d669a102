/** How a mail server is reached, as nodemailer takes it. */
export type SmtpServer = {
  host: string
  port: number
  /** TLS from the first byte (smtps). */
  secure: boolean
  /** Without TLS by STARTTLS nothing is sent. */
  requireTLS: boolean
  ignoreTLS: boolean
  auth?: { user: string; pass: string }
}

/**
 * Reads SMTP_URL: `smtps://user:password@host`, or `smtp://…`, by which TLS is demanded too (STARTTLS) unless `?tls=no`
 * stands at its end. Null if it is no such address.
 */
export function readSmtpUrl(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, username, password, pathname, searchParams, hash } = new URL(text)
  if (!['smtp:', 'smtps:'].includes(protocol) || hostname === '' || hash !== '') return null
  if (!['', '/'].includes(pathname) || [...searchParams.keys()].some((key) => key !== 'tls')) return null
  const tls = searchParams.get('tls')
  const secure = protocol === 'smtps:'
  if (tls !== null && (tls !== 'no' || secure)) return null
  if ((username === '') !== (password === '') || (username !== '' && !canBeDecoded(username + password)))
    return null
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : tls === 'no' ? 25 : 587),
    secure,
    requireTLS: !secure && tls === null,
    ignoreTLS: tls === 'no',
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  }
}

/** Not where a percent sign stands for itself. */
function canBeDecoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== ''
  } catch {
    return false
  }
}
