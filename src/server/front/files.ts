import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { ADDRESSES, addressKind, BUILT } from '../../domain/addresses.ts'
import { type Headers, headersFor, type securityHeaders } from './headers.ts'
import { type StoredResponse, toStored } from './store.ts'

const gzip = promisify(zlib.gzip)

/** The files that everybody may have: those of public/, and what Next built. */
export type Files = {
  /** A file by the path of its address, such as `/favicon.svg`; null if there is none. Rejects if it cannot be read. */
  get(path: string): Promise<StoredResponse | null>
  /** The same if it has been read already. */
  current(path: string): StoredResponse | undefined
}

/** Where the app sends them, as in development. */
export const noFiles: Files = { get: () => Promise.resolve(null), current: () => undefined }

/**
 * Files that are read and compressed once, when they are first asked for, and from then on cost no more than a stored page:
 * through the app, a few callers who ask for them without end would hold up everybody.
 * @param root the folder of the site
 */
export function createFiles(root: string, security: ReturnType<typeof securityHeaders>): Files {
  const places = new Map([
    ...filesIn(path.join(root, 'public'), ''),
    ...filesIn(path.join(root, '.next/static'), BUILT),
  ])
  const read = new Map<string, StoredResponse>()
  const reading = new Map<string, Promise<StoredResponse>>()

  async function make(address: string, file: string): Promise<StoredResponse> {
    const body = await readFile(file)
    const kind = addressKind(address)
    const isForGood = kind === ADDRESSES.built || kind === ADDRESSES.script
    const headers: Headers = [
      ['Cache-Control', `public, ${isForGood ? 'max-age=31536000, immutable' : 'max-age=0'}`],
      ['Vary', 'Accept-Encoding'],
      ...headersFor(kind, security, false),
    ]
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
    const made = await toStored(
      { status: 200, headers: [['Content-Type', type]], body, sides: 1 },
      headers.flat(),
    )
    return { ...made, gzip: made.plain ? null : await gzip(body) }
  }

  return {
    current: (address) => read.get(address),
    async get(address) {
      const file = places.get(address)
      if (file === undefined) return null
      const known = read.get(address)
      if (known) return known
      const made = reading.get(address) ?? make(address, file)
      reading.set(address, made)
      try {
        read.set(address, await made)
        return await made
      } finally {
        // Whoever asks after a failure tries again.
        reading.delete(address)
      }
    },
  }
}

/** By address. None if the folder is missing, as in development before a build. */
function filesIn(folder: string, address: string): [address: string, file: string][] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [`${address}/${path.relative(folder, file).replaceAll('\\', '/')}`, file])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}
