import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { handleEndpoints } from 'payload'
import type { Role } from '../../../src/domain/accounts/rights.ts'
import { atBorder } from '../../../src/web/cms/border.ts'
import { filledCms, migratedCms } from '../fresh-database.ts'

/** The CMS's REST as the site has it, without a server in front, with an administrator and an editor, and no content. */
export const restOfCms = () => restOf(migratedCms)

/** As `restOfCms`, with the first content of the year 2026. */
export const filledRestOfCms = () => restOf(filledCms)

async function restOf(newCms: typeof migratedCms) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cms-'))
  process.env.DATA_DIR = folder
  // As the start does.
  mkdirSync(path.join(folder, 'media'))
  const cms = await newCms()
  // It reads the environment that the CMS has just been given.
  const { default: config } = await import('../../../payload.config.ts')
  const handle = atBorder(config, (request) => handleEndpoints({ config, request }))

  async function send(method: string, address: string, token: string, body?: unknown): Promise<Response> {
    // Payload's pickers send what they ask for as a form.
    const isQuestion = body instanceof URLSearchParams
    const isForm = body instanceof FormData
    const request = new Request(`http://localhost:3000/api${address}`, {
      method,
      headers: {
        ...(token && { authorization: `JWT ${token}` }),
        ...(isQuestion && QUESTION),
        ...(!isForm && !isQuestion && body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : isQuestion ? String(body) : JSON.stringify(body) }),
    })
    const slug = new URL(request.url).pathname.split('/').slice(2).map(decodeURIComponent)
    return handle(request, { params: Promise.resolve({ slug }) })
  }

  /** @param given departments and pages */
  async function newUser(
    email: string,
    role: Role,
    given: { departments?: number[]; branches?: number[] } = {},
  ) {
    const data = { email, role, name: email, password: 'en-lang-adgangskode', ...given }
    const { id } = await cms.payload.create({ collection: 'users', data })
    const { headers } = await send('POST', '/users/login', '', data)
    const [, token = ''] = /payload-token=([^;]+)/.exec(headers.getSetCookie().join()) ?? []
    return { id, token }
  }
  const administrator = await newUser('chef@example.dk', 'administrator')
  const editor = await newUser('redaktion@example.dk', 'editor')

  /**
   * Asks as the editor, unless another token is given.
   * @param address after `/api`; @param body to be sent as JSON, or a form
   */
  async function ask(method: string, address: string, body?: unknown, { token } = editor): Promise<Answer> {
    const response = await send(method, address, token, body)
    const text = await response.text()
    const json = (response.headers.get('content-type') ?? '').startsWith('application/json')
      ? (JSON.parse(text) as Answered)
      : {}
    return {
      status: response.status,
      headers: response.headers,
      message: json.error?.message ?? '',
      doc: json.doc ?? {},
      text,
    }
  }
  const drop = async () => {
    await cms.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...cms, administrator, editor, newUser, ask, drop }
}

type Answered = { doc?: Record<string, unknown>; error?: { message: string } }

/** `doc`: what was saved; empty if nothing was. `message`: why something was refused. */
export type Answer = {
  status: number
  headers: Headers
  message: string
  doc: Record<string, unknown>
  text: string
}

const QUESTION = {
  'content-type': 'application/x-www-form-urlencoded',
  'X-Payload-HTTP-Method-Override': 'GET',
}
