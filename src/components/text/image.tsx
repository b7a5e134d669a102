import type { BlockView } from '../../content/pages/blocks.ts'
import css from './image.module.css'

/** An image whose space is reserved while it loads. */
export function Image({ image }: { image: Extract<BlockView, { type: 'image' }> }) {
  return (
    <figure className={css.image}>
      <img src={image.src} width={image.width} height={image.height} alt={image.alt} loading="lazy" />
      {image.caption && <figcaption>{image.caption}</figcaption>}
    </figure>
  )
}
