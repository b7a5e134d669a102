import type { FirstPage } from './first-page.ts'
import { BORGMESTERENS } from './paths.ts'

export const borgmesterensForvaltning: FirstPage = {
  path: BORGMESTERENS,
  title: 'Borgmesterens Forvaltning',
  summary:
    'Borgmesterens Forvaltning har fem afdelinger. En stor del af arbejdet er at samordne kommunens aktiviteter.',
  blocks: ({ department }) => [
    {
      blockType: 'department',
      heading: 'Borgmesterens Forvaltning består af fem afdelinger',
      department: department('Borgmesterens Forvaltning'),
    },
    {
      blockType: 'organisationChart',
      heading: 'Organisationsdiagram for Borgmesterens Forvaltning',
      department: department('Borgmesterens Forvaltning'),
    },
  ],
}
