import { type ImportAnswer, type ImportProgress, listImportAddress } from '../../domain/text/list-files.ts'

const FAILED = 'Serveren svarede ikke, som den skulle. Se i listen, om noget er gemt, og prøv igen.'

/**
 * Sends a file for a list, and answers what becomes of its rows or what to tell of the refusal.
 * @param seen the plan that is to be done; null: it is tried out only
 */
export async function sendList(
  slug: string,
  file: Blob,
  seen: string | null,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportAnswer | { problem: string }> {
  const form = new FormData()
  form.append('_payload', JSON.stringify({ seen }))
  form.append('file', file, 'liste.csv')
  try {
    const response = await fetch(listImportAddress(slug), { method: 'POST', body: form })
    if (!response.ok || !response.body) {
      const refused = (await response.json()) as { error?: { message?: string } }
      return { problem: refused.error?.message ?? FAILED }
    }
    for await (const line of linesOf(response.body)) {
      const said = JSON.parse(line) as ImportProgress | ImportAnswer | { problem: string }
      if ('done' in said) onProgress(said)
      else return said
    }
    return { problem: FAILED }
  } catch {
    return { problem: FAILED }
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = `${rest}${part.value}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest) yield rest
}
