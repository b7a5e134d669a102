import config from '@payload-config'
import type { IncomingMessage } from 'node:http'
import type { GetServerSidePropsContext } from 'next'
import { type DataFromCollectionSlug, getPayload, type Payload } from 'payload'
import {
  noSharedDraft,
  type Refused,
  sharedList,
  type SharedDraftView,
  sharedPage,
} from '../../content/preview/shared-draft.ts'
import { MOST_BYTES, sharedDraftAddress } from '../../domain/addresses.ts'
import {
  type Approved,
  approvalSchema,
  draftToken,
  type SharedDrafts,
} from '../../domain/time/shared-drafts.ts'
import { now, siteUrl } from '../handover.ts'
import { pageNumber } from '../parameters.ts'
import { readerNow } from '../rendering.ts'
import { Elsewhere } from '../show-page.tsx'

type Answer = Promise<{ view: SharedDraftView } | Elsewhere>

/**
 * What a link to drafts shows to whoever has it: `/udkast/<token>` all of it, `/udkast/<token>/<page>` one page, which a POST
 * approves, or does not yet. The status is 404 for what is no link, 410 for one that shows nothing more.
 */
export async function answerShared({ params, query, req, res }: GetServerSidePropsContext): Answer {
  const [token = '', id, ...more] = [params?.path ?? []].flat()
  const page = id === undefined ? null : /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0
  if (!draftToken.safeParse(token).success || page === 0 || more.length > 0) return nothing('unknown', res)
  const cms = await getPayload({ config })
  const { open, approve } = cms.config.custom.sharedDrafts as SharedDrafts<
    Payload,
    DataFromCollectionSlug<'pages'>
  >

  const at = now().epochMilliseconds
  let refused: Refused | null = null
  if (req.method === 'POST' && page !== null) {
    const { sent, read } = await readApproval(req)
    const approved = read.success ? await approve({ token, page, at, ...read.data }, cms) : null
    if (approved === 'approved')
      return new Elsewhere(`${sharedDraftAddress(token, page)}?${ANSWERED}=1#${APPROVALS}`)
    const issue = read.error?.issues[0]
    const field = issue?.path[0] === 'name' || issue?.path[0] === 'word' ? issue.path[0] : null
    const message = (approved ? NOT_APPROVED[approved] : issue?.message) ?? ''
    res.statusCode = approved ? 409 : 400
    refused = { ...sent, problem: { message, field } }
  }

  const link = await open({ token, page, at, isOpening: isOpening(req) }, cms)
  if (link.state !== 'open') return nothing(link.state, res)
  const [only] = link.pages
  const all = { token, siteUrl: siteUrl() }
  if (page === null && link.isAlone && only) return new Elsewhere(sharedDraftAddress(token, only.doc.id))
  const reader = readerNow(pageNumber(query.side))
  const isAnswered = refused === null && query[ANSWERED] !== undefined
  return {
    view:
      page === null
        ? await sharedList(link, all, reader)
        : await sharedPage(link, { ...all, refused, isAnswered }, reader),
  }
}

/** Where a page tells who has approved it. */
const APPROVALS = 'udkast-godkendelser'
/** In the address to which an answer leads that is kept. */
const ANSWERED = 'svaret'

const NOT_APPROVED: Record<Exclude<Approved, 'approved'>, string> = {
  changed: 'Siden er ændret, siden du åbnede den. Læs den igen: det er den nye udgave, du ser nu.',
  public: 'Siden er blevet offentliggjort, så der er ikke noget at godkende.',
  full: 'Der er allerede så mange godkendelser, som et link kan tage imod. Skriv til den, der sendte dig linket.',
  gone: 'Linket virker ikke mere.',
}

async function nothing(
  state: Parameters<typeof noSharedDraft>[0],
  res: GetServerSidePropsContext['res'],
): Answer {
  res.statusCode = state === 'unknown' ? 404 : 410
  return { view: await noSharedDraft(state, siteUrl(), readerNow()) }
}

/** Whether somebody opens the page: our own script reads it again while it stands open. */
const isOpening = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && [undefined, 'document'].includes(headers['sec-fetch-dest'] as string | undefined)

/** The gate has received all of the body, which is no longer than this address takes. */
async function readApproval(req: IncomingMessage) {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= MOST_BYTES.form) chunks.push(chunk)
  }
  const isForm = /^application\/x-www-form-urlencoded(;|$)/i.test(req.headers['content-type'] ?? '')
  const form = new URLSearchParams(isForm ? Buffer.concat(chunks).toString() : '')
  const sent = { name: form.get('name') ?? '', word: form.get('word') ?? '' }
  return {
    sent,
    read: approvalSchema.safeParse({
      ...sent,
      seen: form.get('seen'),
      answer: form.get('answer') ?? undefined,
    }),
  }
}
