import type { BlockView } from '../content/views.ts'
import { Accordion, Unfolded } from './accordion.tsx'
import { ContactBoxes } from './contact-box.tsx'
import { ContactSearch } from './contact-search.tsx'
import { DeadlineForm } from './deadline-form.tsx'
import { Departments } from './department.tsx'
import { Facts } from './facts.tsx'
import { below } from './heading.tsx'
import { Image } from './image.tsx'
import { LinkList } from './link-list.tsx'
import { OrganisationChart } from './organisation-chart.tsx'
import { PageList } from './page-list.tsx'
import { PressDuty } from './press-duty.tsx'
import { Principles } from './principles.tsx'
import { RichText } from './rich-text.tsx'
import { Section } from './section.tsx'
import { Story } from './story.tsx'

/** One block. Its heading is an h2; without one, what is inside begins at h2, so that no level is skipped. */
export function Block({ block }: { block: BlockView }) {
  switch (block.type) {
    case 'richText':
      return (
        <Section heading={block.heading}>
          <RichText body={block.body} top={below(2, block.heading)} />
        </Section>
      )
    case 'accordion':
      return (
        <Section heading={block.heading}>
          <Accordion items={block.items} level={below(2, block.heading)} />
        </Section>
      )
    case 'guidance': {
      const Items = block.folded ? Accordion : Unfolded
      return (
        <Section heading={block.heading}>
          <Items items={block.items} level={below(2, block.heading)} />
        </Section>
      )
    }
    case 'contactBoxes':
      return (
        <Section heading={block.heading} wide={block.boxes.length > 2}>
          <ContactBoxes boxes={block.boxes} level={below(2, block.heading)} />
        </Section>
      )
    case 'deadlineForm':
      return (
        <Section heading={block.heading}>
          {block.intro.length > 0 && <RichText body={block.intro} top={3} />}
          <DeadlineForm form={block.form} />
        </Section>
      )
    case 'department':
      return (
        <Section heading={block.heading} wide>
          <Departments departments={block.departments} level={below(2, block.heading)} />
        </Section>
      )
    case 'organisationChart':
      return (
        <Section heading={block.heading} wide>
          <OrganisationChart chart={block.chart} />
        </Section>
      )
    case 'pressDuty':
      return <PressDuty duty={block.duty} />
    case 'contactSearch':
      return <ContactSearch search={block.search} />
    case 'story':
      return <Story story={block} />
    case 'principles':
      return <Principles block={block} />
    case 'facts':
      return <Facts block={block} />
    case 'linkList':
      return <LinkList block={block} />
    case 'pageList':
      return <PageList block={block} />
    case 'image':
      return <Image image={block} />
    default:
      return block satisfies never
  }
}
