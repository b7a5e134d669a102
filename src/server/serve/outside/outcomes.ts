/** What comes of asking an address: the status of an answer, or why there was none. `untried`: it says nothing of the address. */
export type Answer = number | 'dns' | 'tls' | 'silent' | 'untried'

/** What is noted of an address. All but `answers` and `untried` are failures: a status, or a word for why there was no answer. */
export type Outcome = 'answers' | 'untried' | 'dns' | 'tls' | 'silent' | `${number}`

/** A page that is gone and a server that fails are failures. Whoever refuses programs, or wants to know who asks, may let people in. */
export function outcomeOf(answer: Answer): Outcome {
  if (typeof answer !== 'number') return answer
  return answer === 404 || answer === 410 || (answer >= 500 && answer < 600) ? `${answer}` : 'answers'
}

/** Whether it may be our own network that failed. */
export const isUnreached = (outcome: Outcome): boolean => ['dns', 'silent', 'untried'].includes(outcome)

/** What a request that broke off says of the address. Whatever a browser may get over says nothing. */
export function answerOfError(error: unknown): Answer {
  const { name, code, errors } = error as { name?: unknown; code?: unknown; errors?: unknown[] }
  // Each of its addresses was tried.
  if (Array.isArray(errors))
    return errors.map(answerOfError).find((answer) => answer !== 'untried') ?? 'untried'
  if (name === 'AbortError' || name === 'TimeoutError') return 'silent'
  if (typeof code !== 'string') return 'untried'
  if (SILENT.has(code)) return 'silent'
  return BAD_CERTIFICATES.has(code) ? 'tls' : 'untried'
}

const SILENT = new Set(['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'EPIPE', 'ETIMEDOUT'])

/** What every browser warns of. Not a certificate whose issuer we do not know: browsers fetch what is missing between. */
const BAD_CERTIFICATES = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
])
