export type Encoding = 'br' | 'gzip' | 'identity'

/** The best of our encodings for an Accept-Encoding header (RFC 9110, 12.5.3); identity if there is none. */
export function preferredEncoding(header: string | string[] | undefined): Encoding {
  const text = header?.toString() ?? ''
  const known = decided.get(text)
  if (known) return known
  const encoding = decide(text)
  // Browsers send few different headers. A caller that sends thousands must not fill the memory.
  if (decided.size < 100) decided.set(text, encoding)
  return encoding
}

const decided = new Map<string, Encoding>()

function decide(header: string): Encoding {
  const weights = new Map(
    header.split(',').map((entry) => {
      const [name = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
      return [name, Number(weight) || 0] as const
    }),
  )
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  const [br, gzip] = [weightOf('br'), weightOf('gzip')]
  if (br > 0 && br >= gzip) return 'br'
  return gzip > 0 ? 'gzip' : 'identity'
}
