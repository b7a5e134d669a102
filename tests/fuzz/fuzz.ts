import http from 'node:http'
import { readFileSync } from 'node:fs'
import config from '../../payload.config.ts'
import { ADDRESSES } from '../../src/domain/addresses.ts'
import { type Caller, type OddRequest, oddRequests, type Sample } from './odd-requests.ts'
import type { logIn } from '../e2e/tools/admin.ts'

type Admin = Awaited<ReturnType<typeof logIn>>

/** What is wrong with an answer, with the request that got it. */
export type Finding = { problem: string; request: OddRequest; text: string }

/**
 * Sends requests as nobody means them, and returns what should not have been answered.
 * @param siteUrl of a site that trusts one proxy: each request comes from an address of its own
 */
export async function fuzz(options: {
  siteUrl: string
  callers: Record<Exclude<Caller, 'stranger'>, Admin>
  seed: number
  count: number
}): Promise<{ findings: Finding[]; statuses: Record<number, number>; sent: number }> {
  const { siteUrl, callers, seed, count } = options
  const samples = await readSamples(callers.administrator)
  const requests = oddRequests({ seed, count, samples, serverFunction: serverFunctionId() })
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const findings: Finding[] = []
  const statuses: Record<number, number> = {}
  const rest = requests.entries()
  const work = async (): Promise<void> => {
    for (const [number, request] of rest) {
      const token = request.caller === 'stranger' ? null : callers[request.caller].token
      const headers = {
        'x-forwarded-for': `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
        ...(token && { authorization: `JWT ${token}` }),
        ...request.headers,
      }
      const answer = await send(siteUrl, { ...request, headers }, agent)
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
      const problem = problemOf(request, answer)
      if (problem) findings.push({ problem, request, text: answer.text.slice(0, 300) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  agent.destroy()
  return { findings, statuses, sent: requests.length }
}

const AT_ONCE = 4

type Answer = { status: number; type: string; text: string }

/** What is wrong with an answer, in a few words; null if nothing is. */
function problemOf({ method, path }: OddRequest, { status, type, text }: Answer): string | null {
  if (status === 0) return text
  // The page that says that a page cannot be shown says so with its status too.
  if (status === 503 && path.split('?', 1)[0] === ADDRESSES.failed.path) return null
  if (status >= 500) return `${status}`
  // Node's own answer to an expectation that nobody can meet.
  if (status === 417) return null
  if (/Failed query|insert into "|select "|node_modules|\n\s+at .+:\d+:\d+|drizzle/i.test(text))
    return 'inner words'
  if (status < 400 || method === 'HEAD' || !path.startsWith('/api/')) return null
  if (!type.startsWith('application/json')) return `an error as ${type}`
  const { error } = JSON.parse(text) as { error?: { message?: string } }
  if (!error?.message) return 'an error without the promised member'
  return /\b(the|not|invalid|failed|wrong|unable|cannot|missing|found)\b/i.test(error.message)
    ? `an error in English: ${error.message.slice(0, 80)}`
    : null
}

function send(siteUrl: string, request: OddRequest, agent: http.Agent): Promise<Answer> {
  const { hostname, port } = new URL(siteUrl)
  const { method, path, headers, body } = request
  return new Promise((resolve) => {
    const failed = (error: Error): void => resolve({ status: 0, type: '', text: error.message })
    try {
      const sent = http.request(
        { hostname, port, path, method, headers, agent, timeout: 20_000 },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', failed)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              type: response.headers['content-type'] ?? '',
              text: Buffer.concat(chunks).toString(),
            }),
          )
        },
      )
      sent.on('error', failed)
      sent.on('timeout', () => sent.destroy(new Error('no answer in 20 s')))
      sent.end(body)
    } catch (error) {
      // What node's client refuses to send is no finding.
      resolve({
        status: 400,
        type: 'application/json',
        text: JSON.stringify({ errors: [{ message: 'x' }], error: { message: String(error && 'x') } }),
      })
    }
  })
}

/** The first documents of every collection and global. */
async function readSamples({ call }: Admin): Promise<Sample[]> {
  const { collections, globals } = await config
  const own = collections.filter(({ slug }) => !slug.startsWith('payload-'))
  const documents = await Promise.all(
    own.map(async ({ slug }) => {
      const { docs } = await call<{ docs: Record<string, unknown>[] }>('GET', `/${slug}?limit=4&depth=0`)
      const some =
        docs.length > 0 ? docs : [{ alt: 'x', words: ['x'], from: '/x', url: '/y', synonyms: ['y'] }]
      return some.map((document) => ({ slug, isGlobal: false, document: withoutId(document) }))
    }),
  )
  const singles = await Promise.all(
    globals.map(async ({ slug }) => ({
      slug,
      isGlobal: true,
      document: await call<Record<string, unknown>>('GET', `/globals/${slug}?depth=0`),
    })),
  )
  return [...documents.flat(), ...singles]
}

const withoutId = ({ id: _id, ...document }: Record<string, unknown>) => document

/** The id by which the admin calls its server functions, as the build has named it. */
function serverFunctionId(): string {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { filename: string }>
  }
  const [id = ''] =
    Object.entries(node).find(([, { filename }]) => filename.includes('(payload)/layout')) ?? []
  return id
}
