import type { Refs } from './pages/first-page.ts'
import { CONTACT } from './pages/paths.ts'

type FirstSearchWords = {
  words: string[]
  synonyms?: string[]
  /** The results to show first. `refs` finds them by name. */
  pins?: (
    refs: Pick<Refs, 'page' | 'department'>,
  ) => ({ relationTo: 'pages'; value: number } | { relationTo: 'departments'; value: number })[]
}

/** Words that people type, and what the site calls the same thing. */
export const searchWords: FirstSearchWords[] = [
  { words: ['papirer', 'akter', 'dokumenter', 'indsigt i papirer'], synonyms: ['aktindsigt'] },
  { words: ['egen sag', 'min sag'], synonyms: ['partsaktindsigt'] },
  {
    words: ['borgmester', 'borgmesteren'],
    synonyms: ['Borgmesterens Forvaltning'],
    pins: ({ department }) => [{ relationTo: 'departments', value: department('Borgmesterens Forvaltning') }],
  },
  { words: ['omstilling', 'hovednummer'], synonyms: ['Telefonomstillingen'] },
  { words: ['vagttelefon'], synonyms: ['pressevagt'] },
  { words: ['vision', 'værdier'], synonyms: ['grundfortælling', 'pejlemærker'] },
  {
    words: ['kontakt', 'kontakt os', 'ring til kommunen'],
    pins: ({ page }) => [{ relationTo: 'pages', value: page(CONTACT) }],
  },
]
