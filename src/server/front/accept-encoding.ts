export type Encoding = 'br' | 'gzip' | 'identity'

/** The best of our encodings for an Accept-Encoding header (RFC 9110, 12.5.3); identity if there is none. */
export const preferredEncoding = (header: string | string[] | undefined): Encoding => read(header).preferred

/** Whether an Accept-Encoding header allows gzip. */
export const acceptsGzip = (header: string | string[] | undefined): boolean => read(header).gzip

type Accepted = { preferred: Encoding; gzip: boolean }

function read(header: string | string[] | undefined): Accepted {
  const text = header?.toString() ?? ''
  const known = decided.get(text)
  if (known) return known
  const accepted = decide(text)
  // Browsers send few different headers. A caller that sends thousands must not fill the memory.
  if (decided.size < 100) decided.set(text, accepted)
  return accepted
}

const decided = new Map<string, Accepted>()

function decide(header: string): Accepted {
  const weights = new Map(
    header.split(',').map((entry) => {
      const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
      return [name, Number(weight) || 0] as const
    }),
  )
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  const [br, gzip] = [weightOf('br'), weightOf('gzip')]
  if (br > 0 && br >= gzip) return { preferred: 'br', gzip: gzip > 0 }
  return { preferred: gzip > 0 ? 'gzip' : 'identity', gzip: gzip > 0 }
}
