'use client'

import { ContactBoxes } from '../../components/contacts/contact-box.tsx'
import { Hours } from '../../components/contacts/hours.tsx'
import { PressDuty } from '../../components/contacts/press-duty.tsx'
import type { PreviewSection } from '../../content/preview/preview.ts'
import { SiteFrame, useSiteStyleSheets } from './site-frame.tsx'
import css from './preview.module.css'

/** What visitors read, drawn as on the site, with the coming changes. */
export function PreviewSections({ sections }: { sections: PreviewSection[] }) {
  const styleSheets = useSiteStyleSheets()
  if (!styleSheets) return null
  const isOne = sections.length === 1
  return (
    <div className={isOne ? css.one : css.many}>
      {sections.map(({ title, shown, changes }, index) => (
        <div key={title ?? index}>
          {title && <h4>{title}</h4>}
          <SiteFrame title={['Forhåndsvisning', title].filter(Boolean).join(': ')} styleSheets={styleSheets}>
            <Shown shown={shown} name={`preview-${index}`} />
          </SiteFrame>
          <div className={css.changes}>
            {changes.map((list) => (
              <ChangeList key={list.title} {...list} isOpen={isOne} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function ChangeList({ title, lines, isOpen }: { title: string; lines: string[]; isOpen: boolean }) {
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      {lines.length === 0 && <p>Der er ingen i de næste 400 dage.</p>}
      <ol>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  )
}

function Shown({ shown, name }: { shown: PreviewSection['shown']; name: string }) {
  if ('hours' in shown) return <Hours hours={shown.hours} name={name} level={3} />
  if ('box' in shown) return <ContactBoxes boxes={[shown.box]} common={null} level={3} />
  return <PressDuty duty={shown.duty} />
}
