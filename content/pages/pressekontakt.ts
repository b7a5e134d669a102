import { p, richText } from '../rich-text.ts'
import type { FirstPage } from './first-page.ts'
import { BORGMESTERENS, CONTACT, PRESS, VI_UDVIKLER_OS } from './paths.ts'

export const pressekontakt: FirstPage = {
  path: PRESS,
  title: 'Pressekontakt',
  summary:
    'Journalister og medier kan få fat i os alle ugens dage kl. 7.00–23.00. På hverdage hjælper pressemedarbejderne dig i den almindelige åbningstid: kl. 8.00–15.00 og torsdag kl. 8.00–17.00. Resten af tiden mellem kl. 7.00 og 23.00 svarer pressevagten.',
  blocks: ({ page, box, guidance }) => [
    { blockType: 'pressDuty' },
    {
      blockType: 'contactSearch',
      heading: 'Hvad søger du?',
      listHeading: 'Hvem vil du gerne i kontakt med?',
    },
    {
      blockType: 'aktindsigtGuidance',
      guidance: [guidance('Aktindsigt'), guidance('Sådan søger du aktindsigt'), guidance('Dine muligheder')],
    },
    {
      blockType: 'aktindsigtGuidance',
      heading: 'Hvis du vil vide mere',
      folded: true,
      guidance: [
        guidance('Aktindsigt efter offentlighedsloven'),
        guidance('Partsaktindsigt'),
        guidance('Svarfrist'),
        guidance('Klage over afslag'),
      ],
    },
    {
      blockType: 'aktindsigtDeadline',
      heading: 'Beregn svarfristen',
      intro: richText(
        p(
          'Vælg dagen, så regner vi ud, hvornår kommunen senest skal svare dig om aktindsigt, og hvornår du kan klage.',
        ),
      ),
    },
    {
      blockType: 'contactBoxes',
      heading: 'Kontakt',
      boxes: [
        box('Økonomi og Erhverv'),
        box('Børn og Unge'),
        box('Job og Velfærd'),
        box('Klima og Miljø'),
        box('Senior og Omsorg'),
        box('Sundhed og Kultur'),
        box('By og Land'),
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
