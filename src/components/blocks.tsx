import type { ReactNode } from 'react'
import type { NamedBlock } from '../content/pages/anchors.ts'
import { Accordion, Unfolded } from './text/accordion.tsx'
import { ContactBoxes } from './contacts/contact-box.tsx'
import { ContactRows } from './contacts/contact-rows.tsx'
import { ContactSearch } from './contacts/contact-search.tsx'
import { DeadlineForm } from './deadlines/deadline-form.tsx'
import { Departments } from './organisation/department.tsx'
import { Facts } from './text/facts.tsx'
import { below } from './frame/heading.tsx'
import { Image } from './text/image.tsx'
import { LinkList } from './text/link-list.tsx'
import { OrganisationChart } from './organisation/organisation-chart.tsx'
import { PageList } from './text/page-list.tsx'
import { PressDuty } from './contacts/press-duty.tsx'
import { Principles } from './organisation/principles.tsx'
import { RichText } from './text/rich-text.tsx'
import { Section } from './frame/section.tsx'
import { Story } from './organisation/story.tsx'

/** One block, with the pager of its list if it has one. Its heading is an h2; if it has none, headings inside start at h2, so that no level is skipped. */
export function Block({ block, pager }: { block: NamedBlock; pager: ReactNode }) {
  switch (block.type) {
    case 'richText':
      return (
        <Section heading={block.heading} anchor={block.anchor}>
          <RichText body={block.body} top={below(2, block.heading)} />
        </Section>
      )
    case 'accordion':
      return (
        <Section heading={block.heading} anchor={block.anchor}>
          <Accordion items={block.items} level={below(2, block.heading)} />
        </Section>
      )
    case 'guidance': {
      const Items = block.folded ? Accordion : Unfolded
      return (
        <Section heading={block.heading} anchor={block.anchor}>
          <Items items={block.items} level={below(2, block.heading)} />
        </Section>
      )
    }
    case 'contactBoxes':
      return (
        <Section heading={block.heading} anchor={block.anchor}>
          {block.intro.length > 0 && <RichText body={block.intro} top={below(2, block.heading)} />}
          <ContactBoxes boxes={block.boxes} common={block.common} level={below(2, block.heading)} />
          {pager}
        </Section>
      )
    case 'contactRows':
      return (
        <Section heading={block.heading} anchor={block.anchor}>
          {block.intro.length > 0 && <RichText body={block.intro} top={below(2, block.heading)} />}
          <ContactRows rows={block.rows} level={below(2, block.heading)} />
          {pager}
        </Section>
      )
    case 'deadlineForm':
      return (
        <Section heading={block.heading} anchor={block.anchor}>
          {block.intro.length > 0 && <RichText body={block.intro} top={3} />}
          <DeadlineForm form={block.form} />
        </Section>
      )
    case 'department':
      return (
        <Section heading={block.heading} anchor={block.anchor}>
          <Departments departments={block.departments} level={below(2, block.heading)} />
          {pager}
        </Section>
      )
    case 'organisationChart':
      return (
        <Section heading={block.heading} anchor={block.anchor}>
          <OrganisationChart chart={block.chart} />
        </Section>
      )
    case 'pressDuty':
      return <PressDuty duty={block.duty} />
    case 'contactSearch':
      return <ContactSearch search={block.search} pager={pager} />
    case 'story':
      return <Story story={block} />
    case 'principles':
      return <Principles block={block} />
    case 'facts':
      return <Facts block={block} />
    case 'linkList':
      return <LinkList block={block} />
    case 'pageList':
      return <PageList block={block} pager={pager} />
    case 'image':
      return <Image image={block} />
    default:
      return block satisfies never
  }
}
