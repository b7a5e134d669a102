import type { ReactNode } from 'react'
import type { NamedBlock } from '../../content/pages/anchors.ts'
import { Heading, below } from '../frame/heading.tsx'
import { Section } from '../frame/section.tsx'
import { Times } from './times.tsx'
import css from './link-list.module.css'

/** The pages below this one as cards, if there are several; otherwise, and related pages, as a list. */
export function PageList({
  block,
  pager,
}: {
  block: Extract<NamedBlock, { type: 'pageList' }>
  pager: ReactNode
}) {
  const isList = block.related || block.pages.length === 1
  return (
    <Section heading={block.heading} anchor={block.anchor} isHalf={block.related}>
      <ul className={isList ? css.list : css.cards}>
        {block.pages.map(({ title, href, summary }) => {
          const link = <a href={href}>{title}</a>
          return (
            <li key={href}>
              {isList ? link : <Heading level={below(2, block.heading)}>{link}</Heading>}
              {summary && (
                <p>
                  <Times text={summary} />
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {pager}
    </Section>
  )
}
