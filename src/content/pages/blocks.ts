import { ON_ONE_SIDE } from '../../domain/sides.ts'
import type { Page } from '../../payload-types.ts'
import type { ContactBoxes } from '../contacts/common-days.ts'
import { contactBoxViews } from '../contacts/contact-boxes.ts'
import { contactRows, type ContactRow } from '../contacts/contact-rows.ts'
import { contactSearchView, type ContactSearchView } from '../contacts/contacts.ts'
import { deadlineForm, type DeadlineFormView } from '../deadlines/deadlines.ts'
import { chart, departmentBlock, type ChartNode, type DepartmentView } from './organisation.ts'
import { pressDutyView, type PressDutyView } from '../hours/press-duty.ts'
import type { Reader } from '../reading/reader.ts'
import { richText, type RichText } from './rich-text.ts'
import { pictureView, type PictureView } from './pictures.ts'
import { statementParts } from './statement.ts'
import { linkView, pageLink, type LinkView, type PageLink } from './links.ts'

/** `id`: what it is called in a link, once the page's parts have their names. */
export type AccordionItem = { title: string; body: RichText; source: string | null; id?: string }

export type BlockView =
  | { type: 'richText'; heading: string | null; body: RichText }
  | { type: 'accordion'; heading: string | null; items: AccordionItem[] }
  | { type: 'pressDuty'; duty: PressDutyView }
  | ({ type: 'contactSearch'; search: ContactSearchView } & Divided)
  | ({ type: 'contactBoxes'; heading: string | null; intro: RichText } & ContactBoxes & Divided)
  | ({ type: 'contactRows'; heading: string | null; intro: RichText; rows: ContactRow[] } & Divided)
  | { type: 'guidance'; heading: string | null; folded: boolean; items: AccordionItem[] }
  | { type: 'deadlineForm'; heading: string; intro: RichText; form: DeadlineFormView }
  | ({ type: 'department'; heading: string | null; departments: DepartmentView[] } & Divided)
  | { type: 'organisationChart'; heading: string; chart: ChartNode }
  | { type: 'story'; title: string; body: RichText; promise: string | null; source: string | null }
  | {
      type: 'principles'
      heading: string | null
      intro: RichText
      principles: { title: string; body: RichText; id?: string }[]
    }
  | { type: 'facts'; heading: string | null; facts: { figure: string | null; text: string }[] }
  | { type: 'linkList'; heading: string | null; intro: RichText; asCards: boolean; links: LinkView[] }
  | ({ type: 'pageList'; heading: string | null; related: boolean; pages: PageLink[] } & Divided)
  | ({ type: 'image'; alt: string; caption: string | null } & PictureView)

/** How many pages its list is divided into. */
type Divided = { sides: number }

type BlockDoc = NonNullable<Page['blocks']>[number]

/** A block as the page shows it; empty if what it points to is not published. */
export async function blockView(block: BlockDoc, pageId: number, reader: Reader): Promise<BlockView[]> {
  switch (block.blockType) {
    case 'richText':
      return [{ type: 'richText', heading: block.heading || null, body: await richText(block.body, reader) }]
    case 'accordion':
      return [
        {
          type: 'accordion',
          heading: block.heading || null,
          items: await Promise.all(
            block.items.map(async ({ title, body }) => ({
              title,
              body: await richText(body, reader),
              source: null,
            })),
          ),
        },
      ]
    case 'pressDuty': {
      const duty = await pressDutyView(block.linkToPage, reader)
      return duty ? [{ type: 'pressDuty', duty }] : []
    }
    case 'contactSearch':
      return [{ type: 'contactSearch', ...(await contactSearchView(block, '', reader)) }]
    case 'contactBoxes': {
      const chosen = block.boxes ?? []
      const words = { heading: block.heading || null, intro: await richText(block.intro, reader) }
      if (block.asRows) {
        const shown = await contactRows(chosen, reader)
        return shown.rows.length ? [{ type: 'contactRows', ...words, ...shown }] : []
      }
      const shown = await contactBoxViews(chosen, reader)
      return shown.boxes.length ? [{ type: 'contactBoxes', ...words, ...shown }] : []
    }
    case 'aktindsigtGuidance': {
      const guidance = await reader.some('aktindsigt-guidance', block.guidance)
      const items = await Promise.all(
        guidance.map(async ({ title, body, source }) => ({
          title,
          body: await richText(body, reader),
          source: source || null,
        })),
      )
      return items.length
        ? [{ type: 'guidance', heading: block.heading || null, folded: block.folded ?? false, items }]
        : []
    }
    case 'aktindsigtDeadline':
      return [
        {
          type: 'deadlineForm',
          heading: block.heading,
          intro: await richText(block.intro, reader),
          form: await deadlineForm(reader),
        },
      ]
    case 'department':
      return [await departmentBlock(block.heading || null, block.department, reader)]
    case 'organisationChart': {
      const top = await chart(block.department, reader)
      return top ? [{ type: 'organisationChart', heading: block.heading, chart: top }] : []
    }
    case 'story': {
      const story = await reader.one('grundfortaelling', block.story)
      if (!story) return []
      const { title, body, promise, source } = story
      return [
        {
          type: 'story',
          title,
          body: await richText(body, reader),
          promise: promise || null,
          source: source || null,
        },
      ]
    }
    case 'principles': {
      const principles = await Promise.all(
        (await reader.all('pejlemaerker')).map(async ({ title, body }) => ({
          title,
          body: await richText(body, reader),
        })),
      )
      return [
        {
          type: 'principles',
          heading: block.heading || null,
          intro: await richText(block.intro, reader),
          principles,
        },
      ]
    }
    case 'facts':
      return [
        {
          type: 'facts',
          heading: block.heading || null,
          facts: block.facts.map(({ figure, text }) => ({ figure: figure || null, text })),
        },
      ]
    case 'linkList':
      return [
        {
          type: 'linkList',
          heading: block.heading || null,
          intro: await richText(block.intro, reader),
          asCards: block.asCards ?? false,
          links: await Promise.all(block.links.map((link) => linkView(link, reader))),
        },
      ]
    case 'childPages': {
      const { items, sides } = reader.childrenPart(pageId, ON_ONE_SIDE.pages)
      const pages = items.map(pageLink)
      return pages.length
        ? [{ type: 'pageList', heading: block.heading || null, related: false, pages, sides }]
        : []
    }
    case 'relatedPages': {
      const pages = block.pages.flatMap((ref) => reader.node(ref) ?? []).map(pageLink)
      return pages.length
        ? [{ type: 'pageList', heading: block.heading, related: true, pages, sides: 1 }]
        : []
    }
    case 'statement':
      return statementParts(block, reader)
    case 'image': {
      const media = await reader.one('media', block.media)
      const picture = media && pictureView(media)
      return picture
        ? [{ type: 'image', ...picture, alt: media.alt ?? '', caption: block.caption || null }]
        : []
    }
  }
}
