import type { NamedBlock } from '../../content/pages/anchors.ts'
import { RichText } from '../text/rich-text.tsx'
import { Section } from '../frame/section.tsx'
import css from './story.module.css'

/** The municipality's story, with its promise in large type. */
export function Story({ story }: { story: Extract<NamedBlock, { type: 'story' }> }) {
  return (
    <Section heading={story.title} anchor={story.anchor}>
      <div className={css.story}>
        <RichText body={story.body} top={3} />
        {story.promise && <p className={css.promise}>{story.promise}</p>}
        {story.source && <p className={css.source}>{story.source}</p>}
      </div>
    </Section>
  )
}
