import { formatDate } from '../../domain/time/danish-time.ts'
import { formatPhone } from '../../domain/phone.ts'
import { fromStored } from '../../domain/time/stored-date.ts'
import { fill } from '../../domain/words/sentence.ts'
import type { Page } from '../../payload-types.ts'
import type { Reader } from '../reading/reader.ts'
import { labels } from '../reading/words.ts'
import { callView } from '../contacts/call.ts'
import type { BlockView } from './blocks.ts'
import { type Inline, richText, type RichText, type RichTextNode } from './rich-text.ts'

type StatementDoc = Extract<NonNullable<Page['blocks']>[number], { blockType: 'statement' }>

/**
 * The accessibility statement as texts, one for each part, in the order of the EU's model (Implementing Decision (EU) 2018/1523). A
 * part that must be confirmed says so; one that nobody has written, too.
 */
export async function statementParts(doc: StatementDoc, reader: Reader): Promise<BlockView[]> {
  const [{ statement: words, contact: phones }, { statementUrl }, { siteName }] = await Promise.all([
    labels(reader),
    reader.global('footer'),
    reader.global('header'),
  ])
  const { scope, status, content, assessment, contact, enforcement } = doc
  const read = (state: Parameters<typeof richText>[0]) => richText(state, reader)
  const part = (heading: string, note: string | null | undefined, body: RichText): BlockView => ({
    type: 'richText',
    heading,
    body: [
      ...(note?.trim() ? [says(words.toConfirm, true)] : []),
      ...(body.length > 0 ? body : [says(words.missing)]),
    ],
  })
  const calls = (number: string): RichTextNode => {
    const { whom } = callView('', { name: siteName, number }, phones)
    return leads(formatPhone(number), `tel:${number}`, words.phone, `${whom}: ${formatPhone(number)}`)
  }
  const on = (sentence: typeof words.preparedOn, date: string | null | undefined): RichText =>
    date ? [says(fill(sentence, { date: formatDate(fromStored(date)) }))] : []

  return [
    part(words.scope, scope?.toConfirm, [
      ...(await read(scope?.body)),
      ...(statementUrl ? [leads(words.official, statementUrl, words.officialBefore)] : []),
    ]),
    part(words.status, status?.toConfirm, [
      says(words[status?.level ?? 'unknown']),
      ...(await read(status?.body)),
    ]),
    part(words.content, content?.toConfirm, [
      ...under(words.failing, await read(content?.failing)),
      ...under(words.burden, await read(content?.burden)),
      ...under(words.outside, await read(content?.outside)),
    ]),
    part(words.assessment, assessment?.toConfirm, [
      ...(assessment?.method ? [says(words[assessment.method])] : []),
      ...(await read(assessment?.body)),
      ...on(words.preparedOn, assessment?.preparedOn),
      ...on(words.reviewedOn, assessment?.reviewedOn),
    ]),
    part(words.contact, contact?.toConfirm, [
      ...(await read(contact?.body)),
      ...(contact?.phone ? [calls(contact.phone)] : []),
      ...(contact?.email ? [leads(contact.email, `mailto:${contact.email}`, words.email)] : []),
      ...(contact?.post ? [says(`${words.post} ${contact.post}.`)] : []),
    ]),
    part(words.enforcement, enforcement?.toConfirm, await read(enforcement?.body)),
  ]
}

/** A text under a heading of its own, if there is any. */
const under = (heading: string, body: RichText): RichText =>
  body.length > 0 ? [{ type: 'heading', level: 3, children: [text(heading)] }, ...body] : []

const text = (words: string, bold = false): Inline => ({ type: 'text', text: words, bold, italic: false })

const says = (words: string, bold = false): RichTextNode => ({
  type: 'paragraph',
  children: [text(words, bold)],
})

/** A sentence that ends with a link; `spoken` is read aloud instead of its words. */
const leads = (words: string, href: string, before: string, spoken?: string): RichTextNode => ({
  type: 'paragraph',
  children: [
    text(`${before} `),
    { type: 'link', href, children: [text(words)], ...(spoken && { spoken }) },
    text('.'),
  ],
})
