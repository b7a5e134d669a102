'use client'

import { UseLink } from '../uses/use-link.tsx'
import { useUses } from '../uses/use-uses.ts'
import css from './planned.module.css'

/** Says of what is in use, as soon as its taking down is chosen, that it cannot be and what uses it. */
export function UnpublishNote({ slug, id }: { slug: string; id: number | string }) {
  const answer = useUses(slug, id, '')
  const uses = answer === null || answer === 'failed' ? [] : answer.uses
  const standing = uses.filter((use) => use.isPublic && use.slug !== 'redirects')
  const more = standing.length - MOST_NAMED
  return (
    <output className={css.note}>
      {standing.length > 0 && (
        <>
          <strong>Den er i brug og kan ikke afpubliceres, så længe den er det. Den bruges af:</strong>
          <ul>
            {standing.slice(0, MOST_NAMED).map((use) => (
              <li key={`${use.slug} ${use.id}`}>
                <UseLink use={use} />
              </li>
            ))}
          </ul>
          {more > 0 && <p>Og {more} andre: se »Bruges på«.</p>}
        </>
      )}
    </output>
  )
}

const MOST_NAMED = 5
