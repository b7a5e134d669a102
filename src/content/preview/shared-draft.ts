import { Temporal } from 'temporal-polyfill'
import { ADDRESSES, sharedDraftAddress } from '../../domain/addresses.ts'
import { planTimeText } from '../../domain/time/plan-time.ts'
import {
  answerText,
  type Approval,
  type OpenedLink,
  type SharedPage,
} from '../../domain/time/shared-drafts.ts'
import type { Page } from '../../payload-types.ts'
import { framePage, type PageView, pagePreview } from '../pages/page.ts'
import type { Reader } from '../reading/reader.ts'

export type SharedDraftView = {
  page: PageView
  /** What stands above the page, so that nobody takes it for what is public. Null where there is nothing to see. */
  bar: { title: string; text: string; back: { label: string; href: string } | null } | null
  /** The pages of a link that shows several. */
  list: { title: string; href: string; state: string; approvals: string[] }[]
  approval: ApprovalView | null
}

type ApprovalView = {
  /** Who has approved the page or not, and whether it has changed since. */
  approvals: { text: string; word: string | null }[]
  /** Null: there is nothing to approve, as it is public. */
  form: ApprovalFormView | null
  /** Whether whoever sees it has just answered: there is a receipt, and the form stands back. */
  isAnswered: boolean
}

export type ApprovalFormView = {
  action: string
  seen: string
  /** As they were sent. */
  name: string
  word: string
  /** Why it was not taken; the field that it is about, null: none of them. */
  problem: { message: string; field: 'name' | 'word' | null } | null
}

/** What was sent and not taken. */
export type Refused = Pick<ApprovalFormView, 'name' | 'word' | 'problem'>

type Open = Extract<OpenedLink<Page>, { state: 'open' }>
type Asked = { token: string; siteUrl: string }
/** `isAnswered`: the answer that was just sent is kept. */
type AskedPage = Asked & { refused: Refused | null; isAnswered: boolean }

/** A draft as it would be public, under a bar that says what it is, with what is needed to approve it. */
export async function sharedPage(
  { pages: [shared], ...link }: Open,
  { token, siteUrl, refused, isAnswered }: AskedPage,
  reader: Reader,
): Promise<SharedDraftView> {
  if (!shared) throw new Error('A link that is open shows a page')
  const action = sharedDraftAddress(token, shared.doc.id)
  const view = await pagePreview(shared.doc, siteUrl, reader, action)
  const back = link.isAlone
    ? null
    : { label: `Alle sider i »${link.title}«`, href: sharedDraftAddress(token) }
  const sent = refused ?? { name: '', word: '', problem: null }
  return {
    page: { ...view, indexed: false, share: null, jsonLd: [] },
    bar: { title: shared.isPublic ? PUBLIC : DRAFT, text: sentenceOf(link), back },
    list: [],
    approval: {
      approvals: shared.approvals.map((one) => ({ text: approvedText(one), word: one.word })),
      form: shared.isPublic ? null : { action, seen: shared.seen, ...sent },
      // What was answered may have changed since.
      isAnswered: isAnswered && shared.approvals.some(({ isChanged }) => !isChanged),
    },
  }
}

/** The pages of a link that shows several. */
export async function sharedList(
  { pages, ...link }: Open,
  { token, siteUrl }: Asked,
  reader: Reader,
): Promise<SharedDraftView> {
  return {
    page: await frame(link.title, siteUrl, reader),
    bar: { title: DRAFT, text: sentenceOf(link), back: null },
    list: pages.map(({ doc, isPublic, approvals }: SharedPage<Page>) => ({
      title: doc.title || 'Uden titel',
      href: sharedDraftAddress(token, doc.id),
      state: isPublic ? PUBLIC : DRAFT,
      approvals: approvals.map(approvedText),
    })),
    approval: null,
  }
}

/** What is told of a link that shows nothing, and what to do. */
export async function noSharedDraft(
  state: Exclude<OpenedLink['state'], 'open'>,
  siteUrl: string,
  reader: Reader,
): Promise<SharedDraftView> {
  const { title, summary } = GONE[state]
  return { page: { ...(await frame(title, siteUrl, reader)), summary }, bar: null, list: [], approval: null }
}

const DRAFT = 'Udkast – ikke offentliggjort'
const PUBLIC = 'Offentliggjort, som den står her'

const ASK = 'Spørg den, der sendte dig linket, om et nyt.'
const GONE: Record<Exclude<OpenedLink['state'], 'open'>, { title: string; summary: string }> = {
  unknown: {
    title: 'Linket viser ikke noget',
    summary: `Se efter, om hele linket er kommet med: det er langt og kan være delt over to linjer. ${ASK}`,
  },
  expired: { title: 'Linket er udløbet', summary: `Det virker kun i en tid. ${ASK}` },
  withdrawn: { title: 'Linket er trukket tilbage', summary: `Kommunen har lukket det. ${ASK}` },
  deleted: {
    title: 'Siden findes ikke mere',
    summary: 'Spørg den, der sendte dig linket, hvad der er sket.',
  },
}

const sentenceOf = ({ by, expiresAt }: Pick<Open, 'by' | 'expiresAt'>): string =>
  `${by ? `${by} har delt det med dig` : 'Det er delt med dig'} til ${timeText(expiresAt)}. Send ikke linket videre.`

/** `Godkendt af Anna Berg fredag den 4. december 2026 kl. 8.00 – ændret siden` */
const approvedText = (approval: Approval): string =>
  `${answerText(approval)} ${timeText(approval.at)}${approval.isChanged ? ' – ændret siden' : ''}`

const timeText = (at: string): string => planTimeText(Temporal.Instant.from(at))

/** Where it stands is not said: the address is a secret. */
const frame = (title: string, siteUrl: string, reader: Reader): Promise<PageView> =>
  framePage({ title, path: ADDRESSES.sharedDrafts.path.replace('/*', ''), query: '', siteUrl }, reader)
