import type { Refs } from './pages/first-page.ts'
import { AKTINDSIGT, CONTACT } from './pages/paths.ts'

type FirstSearchWords = {
  words: string[]
  synonyms?: string[]
  /** What to show first; the argument finds documents by name. */
  pins?: (
    refs: Pick<Refs, 'page' | 'department' | 'box'>,
  ) => { relationTo: 'pages' | 'departments' | 'contact-boxes'; value: number }[]
}

/** Words that people type for things that have another name here. */
export const searchWords: FirstSearchWords[] = [
  { words: ['papirer', 'akter', 'dokumenter', 'indsigt i papirer'], synonyms: ['aktindsigt'] },
  { words: ['egen sag', 'min sag'], synonyms: ['partsaktindsigt'] },
  {
    // Job og Velfærd answers for these, though the word stands with Børn og Unge.
    words: [
      'børnesag',
      'børnesager',
      'anbringelse',
      'anbringelser',
      'aktindsigt barn',
      'aktindsigt børnesag',
    ],
    pins: ({ box, page }) => [
      { relationTo: 'contact-boxes', value: box('Job og Velfærd') },
      { relationTo: 'pages', value: page(AKTINDSIGT) },
    ],
  },
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
