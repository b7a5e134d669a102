import { bold, p, richText } from '../rich-text.ts'
import type { FirstPage } from './first-page.ts'
import { AKTINDSIGT, CONTACT, PRESS } from './paths.ts'

/** For whoever asks for access to documents: whom to ask, how, when the answer is due, and how to complain. */
export const aktindsigt: FirstPage = {
  path: AKTINDSIGT,
  title: 'Aktindsigt',
  summary: 'Du kan søge aktindsigt hos Aalborg Kommune i en sag, i dokumenter eller i oplysninger.',
  blocks: ({ page, box, guidance }) => [
    {
      blockType: 'contactBoxes',
      heading: 'Hvor hører sagen til?',
      intro: richText(
        p(
          'Kontakt den forvaltning, der har behandlet sagen. ',
          bold('I børnesager og anbringelser er det Job og Velfærd.'),
        ),
      ),
      asRows: true,
      boxes: [
        box('Job og Velfærd'),
        box('Børn og Unge'),
        box('Økonomi og Erhverv'),
        box('Klima og Miljø'),
        box('Senior og Omsorg'),
        box('Sundhed og Kultur'),
        box('By og Land'),
      ],
    },
    {
      blockType: 'aktindsigtGuidance',
      guidance: [guidance('Sådan søger du aktindsigt'), guidance('Dine muligheder')],
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
      blockType: 'aktindsigtGuidance',
      guidance: [guidance('Svarfrist'), guidance('Klage over afslag')],
    },
    {
      blockType: 'aktindsigtGuidance',
      heading: 'Hvis du vil vide mere',
      folded: true,
      guidance: [guidance('Aktindsigt efter offentlighedsloven'), guidance('Partsaktindsigt')],
    },
    {
      blockType: 'relatedPages',
      heading: 'Måske er du også interesseret i',
      pages: [page(CONTACT), page(PRESS)],
    },
  ],
}
