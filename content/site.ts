import type { Footer, Header } from '../src/payload-types.ts'

export const header: Pick<Header, 'siteName' | 'sitesLabel' | 'sitesButton' | 'sites'> = {
  siteName: 'Aalborg Kommune',
  sitesLabel: 'Find en af kommunens andre hjemmesider',
  sitesButton: 'Gå ind på den valgte hjemmeside',
  // No source was found that gives the addresses of BusinessAalborg and Aalborg Events: `footer.toConfirm` asks for them.
  sites: [
    // aalborgbibliotekerne.dk/omaalborgbibliotekerne: »hører vi under Sundheds- og Kulturudvalget, Aalborg Kommune«.
    { label: 'Aalborg Bibliotekerne', url: 'https://www.aalborgbibliotekerne.dk/' },
    // tryg.aalborg.dk/om-tryg-aalborg/introduktion: the municipality's strategy with the police and the region.
    { label: 'Tryg Aalborg', url: 'https://tryg.aalborg.dk/' },
  ],
}

export const footer: Pick<Footer, 'name' | 'street' | 'postalCode' | 'city' | 'cvr' | 'toConfirm'> = {
  name: 'Aalborg Kommune',
  street: 'Boulevarden 13',
  postalCode: '9000',
  city: 'Aalborg',
  cvr: '29189420',
  toConfirm:
    'Hvor er tilgængelighedserklæringen hos Digitaliseringsstyrelsen (was.digst.dk)? Hvem skal have besked om sikkerhedshuller? Kommunens andre hjemmesider (feltet er i »Top«): Passer adresserne på Aalborg Bibliotekerne og Tryg Aalborg? Hvad er adresserne på BusinessAalborg og Aalborg Events?',
}

/** The links in the footer, with the paths of their pages. */
export const footerLinks: { label: string; path: string }[] = [
  { label: 'Tilgængelighedserklæring', path: '/tilgaengelighedserklaering' },
  { label: 'Privatliv', path: '/privatliv' },
  { label: 'Let digital adgang', path: '/let-digital-adgang' },
]
