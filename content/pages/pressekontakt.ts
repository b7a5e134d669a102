import type { FirstPage } from './first-page.ts'
import { AKTINDSIGT, BORGMESTERENS, CONTACT, PRESS, VI_UDVIKLER_OS } from './paths.ts'

/** What stood on this page before access to documents got one of its own: people have kept links to it. */
const MOVED = [
  'aktindsigt',
  'saadan-soeger-du-aktindsigt',
  'dine-muligheder',
  'hvis-du-vil-vide-mere',
  'aktindsigt-efter-offentlighedsloven',
  'partsaktindsigt',
  'det-med-smaat',
  'svarfrist',
  'klage-over-afslag',
  'hvornaar-modtog-kommunen-din-anmodning',
  'beregn-svarfristen',
  'kontakt-2',
  'oekonomi-og-erhverv',
  'boern-og-unge',
  'job-og-velfaerd',
  'klima-og-miljoe',
  'senior-og-omsorg',
  'sundhed-og-kultur',
  'by-og-land',
]

export const pressekontakt: FirstPage = {
  path: PRESS,
  title: 'Pressekontakt',
  summary:
    'Journalister og medier kan få fat i os alle ugens dage kl. 7.00–23.00. På hverdage hjælper pressemedarbejderne dig i den almindelige åbningstid: kl. 8.00–15.00 og torsdag kl. 8.00–17.00. Resten af tiden mellem kl. 7.00 og 23.00 svarer pressevagten.',
  blocks: ({ page }) => [
    { blockType: 'pressDuty' },
    {
      blockType: 'contactSearch',
      heading: 'Hvad søger du?',
      listHeading: 'Hvem vil du gerne i kontakt med?',
    },
    {
      blockType: 'linkList',
      links: [
        {
          label: 'Søger du aktindsigt?',
          page: page(AKTINDSIGT),
          description: 'Se, hvem du skal kontakte, hvornår du får svar, og hvordan du klager.',
          former: { anchor: MOVED.join('\n') },
        },
      ],
    },
    {
      blockType: 'relatedPages',
      heading: 'Måske er du også interesseret i',
      pages: [page(CONTACT), page(BORGMESTERENS)],
    },
    { blockType: 'relatedPages', heading: 'Har du set…', pages: [page(VI_UDVIKLER_OS)] },
  ],
}
