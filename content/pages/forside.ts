import { ADDRESSES } from '../../src/domain/addresses.ts'
import type { FirstPage } from './first-page.ts'
import { AKTINDSIGT, BORGMESTERENS, CONTACT, PRESS, VI_UDVIKLER_OS } from './paths.ts'

export const forside: FirstPage = {
  path: '/',
  title: 'Aalborg Kommune',
  summary: 'Find den, du vil i kontakt med. Søg aktindsigt. Eller læs om, hvordan kommunen arbejder.',
  blocks: ({ page }) => [
    { blockType: 'pressDuty', linkToPage: page(PRESS) },
    {
      blockType: 'linkList',
      heading: 'Find vej',
      asCards: true,
      links: [
        {
          label: 'Kontakt kommunen',
          page: page(CONTACT),
          description: 'Telefonnumre, adresser og tider for forvaltningerne.',
        },
        {
          label: 'Pressekontakt',
          page: page(PRESS),
          description: 'For journalister: pressemedarbejdernes numre og pressevagten.',
        },
        {
          label: 'Aktindsigt',
          page: page(AKTINDSIGT),
          description: 'Sådan søger du om at se en sag eller et dokument, og sådan klager du.',
        },
        {
          label: 'Borgmesterens Forvaltning',
          page: page(BORGMESTERENS),
          description: 'Fem afdelinger: hvad de laver, og hvem der leder dem.',
        },
        {
          label: 'Vi udvikler os sammen',
          page: page(VI_UDVIKLER_OS),
          description: 'Kommunens grundfortælling, det fælles løfte og de fem pejlemærker.',
        },
        {
          label: 'Beregn svarfristen',
          url: ADDRESSES.deadline.path,
          description: 'Se, hvornår kommunen senest skal svare på din anmodning om aktindsigt.',
        },
      ],
    },
  ],
}
