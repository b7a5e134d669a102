import type { ServerProps } from 'payload'
import css from './dashboard.module.css'
import { KeptTexts } from './kept-texts.tsx'
import { Today } from './today.tsx'
import { Waiting } from './waiting.tsx'

/** What an editor meets first: what waits for somebody, and what happens now. */
export function Dashboard({ payload, user }: ServerProps) {
  if (!user) return null
  return (
    <div className={css.dashboard}>
      <KeptTexts />
      <Waiting asker={{ payload, user }} />
      <Today asker={{ payload, user }} />
    </div>
  )
}
