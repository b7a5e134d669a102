import type { Footer, Header } from '../src/payload-types.ts'

export const header: Pick<Header, 'siteName' | 'sitesLabel' | 'sitesButton'> = {
  siteName: 'Aalborg Kommune',
  sitesLabel: 'Find en af kommunens andre hjemmesider',
  sitesButton: 'Gå ind på den valgte hjemmeside',
}

export const footer: Pick<Footer, 'name' | 'street' | 'postalCode' | 'city' | 'cvr' | 'toConfirm'> = {
  name: 'Aalborg Kommune',
  street: 'Boulevarden 13',
  postalCode: '9000',
  city: 'Aalborg',
  cvr: '29189420',
  toConfirm:
    'Hvor er tilgængelighedserklæringen hos Digitaliseringsstyrelsen (was.digst.dk)? Hvem skal have besked om sikkerhedshuller?',
}

/** The links in the footer, with the paths of their pages. */
export const footerLinks: { label: string; path: string }[] = [
  { label: 'Tilgængelighedserklæring', path: '/tilgaengelighedserklaering' },
  { label: 'Privatliv', path: '/privatliv' },
  { label: 'Let digital adgang', path: '/let-digital-adgang' },
]
