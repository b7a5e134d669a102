import type { BlockView } from '../../content/pages/blocks.ts'
import css from './image.module.css'

/** An image whose space is reserved while it loads. */
export function Image({ image }: { image: Extract<BlockView, { type: 'image' }> }) {
  return (
    <figure className={css.image}>
      <picture>
        {image.sources.map(({ type, srcSet }) => (
          <source key={type} type={type} srcSet={srcSet} sizes={SHOWN} />
        ))}
        <img src={image.src} width={image.width} height={image.height} alt={image.alt} loading="lazy" />
      </picture>
      {image.caption && <figcaption>{image.caption}</figcaption>}
    </figure>
  )
}

/** How wide the text of a page is, as its style sheet has it (frame/page.module.css, section.module.css). */
const SHOWN = '(min-width: 62rem) 48rem, 100vw'
