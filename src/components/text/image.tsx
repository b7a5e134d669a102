import type { BlockView } from '../../content/pages/blocks.ts'
import css from './image.module.css'

/** An image whose space is reserved while it loads. */
export function Image({ image }: { image: Extract<BlockView, { type: 'image' }> }) {
  return (
    <figure className={css.image}>
      <picture>
        {image.sources.map(({ type, srcSet }) => (
          <source key={type} type={type} srcSet={srcSet} sizes={shownAs(image.width)} />
        ))}
        <img src={image.src} width={image.width} height={image.height} alt={image.alt} loading="lazy" />
      </picture>
      {image.caption && <figcaption>{image.caption}</figcaption>}
    </figure>
  )
}

/** How wide a picture is shown: as the page is, as its style sheets have it (frame/page.module.css, frame/tokens.css), or as it is itself. */
const shownAs = (width: number): string => `min(100vw - 2 * clamp(1rem, 4vw, 2rem), 72rem, ${width}px)`
