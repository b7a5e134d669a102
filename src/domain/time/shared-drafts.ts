import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { maskCpr } from '../text/cpr.ts'
import { trimEnds } from '../text/one-line.ts'
import { COPENHAGEN } from './copenhagen.ts'

// Drafts of pages that somebody without an account sees by a link; docs/decisions/035-shared-drafts.md.

/** How many days a link works if nothing else is chosen, and at most. */
export const USUAL_DAYS = 14
export const MOST_DAYS = 90
/** Pages of one link, and answers about one page by one link: what a stranger may write is bounded. */
export const MOST_PAGES = 20
export const MOST_APPROVALS = 30
export const LONGEST_TITLE = 100
export const LONGEST_NAME = 100
export const LONGEST_WORD = 2000

/** What somebody has approved, or not yet, and when. `isChanged`: the draft says something else since. */
export type Approval = {
  isApproved: boolean
  name: string
  word: string | null
  /** ISO. */
  at: string
  /** When the version was saved that was answered, ISO; its number, null once it is no longer kept. */
  versionAt: string
  version: number | null
  isChanged: boolean
}

export type LinkState = 'open' | 'expired' | 'withdrawn'

/** A link as editors are told of it. The link itself is known to whoever made it only. */
export type DraftLink = {
  id: number
  title: string
  by: string | null
  /** ISO. */
  expiresAt: string
  state: LinkState
  openings: number
  pages: { id: number; title: string }[]
}

/** The links that show a page, the approvals of it, and the open links to which it can be added. */
export type LinksOfPage = { links: DraftLink[]; approvals: Approval[]; others: DraftLink[] }

/** A page as a link shows it: the newest that is saved, read when it is opened. */
export type SharedPage<Doc = object> = {
  /** As it is stored, with its id and title (depth 0). */
  doc: Doc & { id: number; title?: string | null }
  isPublic: boolean
  /** Stands for just this content. */
  seen: string
  approvals: Approval[]
}

export type OpenedLink<Doc = object> =
  | {
      state: 'open'
      title: string
      by: string | null
      expiresAt: string
      /** Whether it has one page only. */
      isAlone: boolean
      /** Those that were asked for. */
      pages: SharedPage<Doc>[]
    }
  /** `unknown`: there is no such link, or it does not show that page; `deleted`: the page is gone. */
  | { state: Exclude<LinkState, 'open'> | 'unknown' | 'deleted' }

/** What became of an answer. `approved`: it is kept, a no as well; `changed`: another version is the newest by now; `full`: there are too many. */
export type Approved = 'approved' | 'changed' | 'public' | 'full' | 'gone'

/** `at`: milliseconds since 1970, as copies of Temporal in two bundles do not accept each other's objects. */
type AskedDraft = { token: string; page: number; at: number }

/** What the CMS's configuration brings for strangers who have a link (collections/drafts). `Cms`: Payload. */
export type SharedDrafts<Cms, Doc> = {
  /** @param asked `page` null: all of the link; `isOpening`: it is counted */
  open(
    asked: Omit<AskedDraft, 'page'> & { page: number | null; isOpening: boolean },
    cms: Cms,
  ): Promise<OpenedLink<Doc>>
  approve(asked: AskedDraft & ApprovalSent, cms: Cms): Promise<Approved>
}

/** Until when a link works that is made now: the same time of day, so many days ahead in Denmark. */
export const expiryOf = (now: Temporal.Instant, days: number): Temporal.Instant =>
  now.toZonedDateTimeISO(COPENHAGEN).add({ days }).toInstant()

/** Whether a link works at an instant; the one at which it expires is too late. */
export function stateOf(
  { expiresAt, withdrawnAt }: { expiresAt: string; withdrawnAt: string | null },
  now: Temporal.Instant,
): LinkState {
  if (withdrawnAt !== null) return 'withdrawn'
  return Temporal.Instant.compare(now, Temporal.Instant.from(expiresAt)) < 0 ? 'open' : 'expired'
}

/** 160 random bits in hexadecimal: letters of one case, as some programs change the case of addresses. */
export const draftToken = z.string().regex(/^[0-9a-f]{40}$/)

/** The key of what looks like CPR numbers, from whoever has looked at it. */
const privateSeen = z.string().max(100).optional()

/** What an editor sends to share a page: in a new link, or (`link`) in one that is there. */
export const shareSchema = z.union([
  z.object({ link: z.int().positive().max(2_147_483_647), privateSeen }),
  z.object({
    link: z.null(),
    privateSeen,
    title: z
      .string()
      .transform(trimEnds)
      .pipe(
        z
          .string()
          .min(1)
          .max(LONGEST_TITLE)
          .regex(/[\p{L}\p{N}]/u),
      ),
    days: z.int().min(1).max(MOST_DAYS),
  }),
])

export type Share = z.output<typeof shareSchema>

/** `Godkendt af Anna Berg`, as it stands before the time. */
export const answerText = ({ isApproved, name }: Pick<Approval, 'isApproved' | 'name'>): string =>
  isApproved ? `Godkendt af ${name}` : `Ikke godkendt endnu af ${name}`

const NAME = 'Skriv dit navn.'
const UNSEEN = 'Siden er ikke hentet rigtigt. Genindlæs den, og prøv igen.'

/** Text of a stranger that is kept: no characters that nobody sees, and no CPR number. */
const kept = (text: string): string => maskCpr(trimEnds(text.replaceAll(/(?!\n)[\p{Cc}\p{Cs}]/gu, ' ')))

/** What the form of a draft sends. Names and words are in Danish where they are refused. */
export const approvalSchema = z
  .object({
    name: z
      .string(NAME)
      .transform((text) => kept(text.replaceAll(/\s/g, ' ')))
      .pipe(
        z
          .string()
          .max(LONGEST_NAME, `Navnet må højst have ${LONGEST_NAME} tegn.`)
          .regex(/[\p{L}\p{N}]/u, NAME),
      ),
    word: z
      .string()
      .default('')
      .transform((text) => kept(text.replaceAll('\r\n', '\n')))
      .pipe(z.string().max(LONGEST_WORD, 'Bemærkningen må højst have 2.000 tegn.'))
      .transform((text) => text || null),
    seen: z.string(UNSEEN).regex(/^[\w-]{43}$/, UNSEEN),
    // The form is sent without a button by Enter, as by the first.
    answer: z.enum(['yes', 'no'], UNSEEN).default('yes'),
  })
  .refine(({ answer, word }) => answer === 'yes' || word !== null, {
    path: ['word'],
    message: 'Skriv, hvad der skal ændres, før du kan godkende.',
  })

type ApprovalSent = z.output<typeof approvalSchema>
