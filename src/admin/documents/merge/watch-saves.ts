/**
 * A save of the admin's forms that the server merged with another's, refused as it collides with one, asked about first (private
 * data, a file that is there already), refused for what is wrong in it, or made with a word about private data.
 */
export type ToldSave = {
  /** Where it was sent, with its parameters. */
  address: string
  method: string
  /** Of the document, as it was to be saved; undefined for what has no drafts. */
  status: string | undefined
  /** What was chosen where it collided with another's. */
  choices: unknown
} & (
  | { merged: string; doc: object }
  | { collisions: Collisions }
  | { asked: Asked }
  | { same: SameFile }
  | { wrong: Wrong[] }
  | { noted: string }
)

/** Which field is not right, and why. */
export type Wrong = { path: string; message: string }

/** What looks like CPR numbers; `key` says that somebody has looked. */
export type Asked = { key: string; places: { label: string; masked: string }[] }

/** A file of the same content that is there already; `picture`: the name of its smallest size. */
export type SameFile = { id: number; filename: string; alt: string | null; picture: string | null }

export type Collisions = {
  /** Their version's time, as the server knows it by. */
  on: string
  by: string
  collisions: { key: string; label: string; theirs: string; mine: string }[]
}

/**
 * Tells of such saves. Payload's form hands neither the answer nor its headers to any component
 * (@payloadcms/ui/dist/forms/Form), so they are read beside it, where the admin's requests go out.
 * @returns what ends it
 */
export function watchSaves(listener: (save: ToldSave) => void): () => void {
  watchRequests()
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What a button of Payload's sends, and what it does not send by itself: the version that whoever presses it has seen. */
export type Rider = {
  /** What to send instead of `body` to `path`; null: it is another request. */
  bodyOf: (path: string, method: string, body: unknown) => object | null
  /** Told why it was refused; `fields`: the labels of those that are not right. */
  refused: (why: { status: number; message: string; fields: string[] }) => void
}

/** @returns what ends it */
export function rideAlong(rider: Rider): () => void {
  watchRequests()
  riders.add(rider)
  return () => void riders.delete(rider)
}

function watchRequests(): void {
  // Once for all: what has wrapped it since may not be taken off again.
  if (unwatched) return
  unwatched = window.fetch
  window.fetch = watched
}

const listeners = new Set<(save: ToldSave) => void>()
const riders = new Set<Rider>()
let unwatched: typeof fetch | undefined

const watched: typeof fetch = async (input, options) => {
  const method = options?.method?.toUpperCase() ?? 'GET'
  const ridden = method === 'GET' || typeof input !== 'string' ? null : rideOf(input, method, options?.body)
  const response = await (unwatched ?? fetch)(input, ridden ? withBody(options, ridden.body) : options).catch(
    (error: unknown) => {
      // Payload's form shows the browser's own words, which are English.
      throw error instanceof TypeError && method !== 'GET'
        ? new TypeError(NO_ANSWER, { cause: error })
        : error
    },
  )
  if (ridden) {
    if (!response.ok) {
      const [error] = (await answerOf(response)).errors ?? []
      const wrong = error?.data && 'errors' in error.data ? error.data.errors : []
      const fields = wrong.flatMap(({ label }) => (typeof label === 'string' ? [label] : []))
      ridden.refused({ status: response.status, message: error?.message ?? '', fields })
    }
    return response
  }
  if (typeof input === 'string') await tellOf(input, options, response)
  return response
}

/** Tells of a save and what was answered, once; also of one that was sent past `fetch`. */
export async function tellOf(
  address: string,
  { method = 'GET', body }: RequestInit = {},
  response: Response,
): Promise<void> {
  if (toldOf.has(response)) return
  toldOf.add(response)
  const merged = response.headers.get('x-merged')
  const noted = response.headers.get('x-private')
  const isTold =
    method.toUpperCase() !== 'GET' &&
    (response.status === 400 || response.status === 409 || merged !== null || noted !== null)
  if (!isTold) return
  const answer = await answerOf(response)
  const sent = { address, method: method.toUpperCase(), ...sentIn(body) }
  const doc = answer.doc ?? answer.result
  const refused = answer.errors?.[0]?.data
  if (noted !== null && response.ok) tell({ ...sent, noted: decodeURIComponent(noted) })
  if (merged !== null && response.ok && doc) tell({ ...sent, merged: decodeURIComponent(merged), doc })
  else if (refused && 'collisions' in refused) tell({ ...sent, collisions: refused })
  else if (refused && 'private' in refused) tell({ ...sent, asked: refused.private })
  else if (refused && 'same' in refused) tell({ ...sent, same: refused.same })
  else if (refused && 'errors' in refused) tell({ ...sent, wrong: refused.errors.filter(isAtField) })
}

const toldOf = new WeakSet<Response>()

const NO_ANSWER =
  'Der kom intet svar fra serveren, så det er måske ikke gemt. Lad siden stå åben, se efter, om der er net, og prøv igen.'

function rideOf(address: string, method: string, sent: unknown) {
  const { pathname } = new URL(address, window.location.href)
  for (const { bodyOf, refused } of riders) {
    const body = bodyOf(pathname, method, sent)
    if (body) return { body, refused }
  }
  return null
}

function withBody(options: RequestInit | undefined, body: object): RequestInit {
  const headers = new Headers(options?.headers)
  headers.set('content-type', 'application/json')
  return { ...options, headers, body: JSON.stringify(body) }
}

const answerOf = (response: Response): Promise<Answer> =>
  response
    .clone()
    .json()
    .catch(() => ({}))

function tell(save: ToldSave): void {
  for (const listener of listeners) listener(save)
}

type Answer = {
  doc?: object
  result?: object
  errors?: {
    message?: string
    data?: Collisions | { private: Asked } | { same: SameFile } | { errors: WrongLike[] }
  }[]
}

type WrongLike = { label?: unknown; path?: unknown; message?: unknown }

const isAtField = (wrong: WrongLike): wrong is Wrong =>
  typeof wrong.path === 'string' && wrong.path !== '' && typeof wrong.message === 'string'

function sentIn(body: unknown): Pick<ToldSave, 'status' | 'choices'> {
  const sent = body instanceof FormData ? body.get('_payload') : null
  if (typeof sent !== 'string') return { status: undefined, choices: undefined }
  const { _status, choices } = JSON.parse(sent) as { _status?: unknown; choices?: unknown }
  return { status: typeof _status === 'string' ? _status : undefined, choices }
}
