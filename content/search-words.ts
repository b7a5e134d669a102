import type { Refs } from './pages/first-page.ts'
import { CONTACT } from './pages/paths.ts'

type FirstSearchWords = {
  words: string[]
  synonyms?: string[]
  /** What to show first; the argument finds documents by name. */
  pins?: (
    refs: Pick<Refs, 'page' | 'department'>,
  ) => ({ relationTo: 'pages'; value: number } | { relationTo: 'departments'; value: number })[]
}

/** Words that people type for things that have another name here. */
export const searchWords: FirstSearchWords[] = [
  { words: ['papirer', 'akter', 'dokumenter', 'indsigt i papirer'], synonyms: ['aktindsigt'] },
  { words: ['egen sag', 'min sag'], synonyms: ['partsaktindsigt'] },
  {
    words: ['borgmester', 'borgmesteren'],
    synonyms: ['Borgmesterens Forvaltning'],
    pins: ({ department }) => [{ relationTo: 'departments', value: department('Borgmesterens Forvaltning') }],
  },
  { words: ['borgmesterens direktør', 'borgmesterens chef'], synonyms: ['kommunaldirektør'] },
  { words: ['omstilling', 'hovednummer'], synonyms: ['Telefonomstillingen'] },
  { words: ['vagttelefon'], synonyms: ['pressevagt'] },
  { words: ['vision', 'værdier'], synonyms: ['grundfortælling', 'pejlemærker'] },
  {
    words: ['kontakt', 'kontakt os', 'ring til kommunen'],
    pins: ({ page }) => [{ relationTo: 'pages', value: page(CONTACT) }],
  },
  {
    words: ['åbningstider', 'åbningstid', 'åbent', 'telefontider', 'telefontid'],
    pins: ({ page }) => [{ relationTo: 'pages', value: page(CONTACT) }],
  },
]
