export const PRESS = '/om-kommunen/presse-og-kommunikation/pressekontakt'
export const ACCESS = '/aktindsigt'
export const DEPARTMENT = '/om-kommunen/organisation/borgmesterens-forvaltning'
export const STORY = '/om-kommunen/udvikling-og-projekter/vi-udvikler-os-sammen'

/** Every kind of page that editors write: what a person would call it, and where one stands. */
export const contentPages: [name: string, path: string][] = [
  ['the front page', '/'],
  ['a section page', '/om-kommunen'],
  ['the press page', PRESS],
  ['the page on access to documents', ACCESS],
  ['the department page', DEPARTMENT],
  ['the story page', STORY],
  ['the contact page', '/kontakt'],
]

/** The pages that answer what somebody typed, and the one for an address that leads nowhere. */
const answerPages: [name: string, path: string][] = [
  ['the empty search', '/soeg'],
  ['a search with results', '/soeg?q=aktindsigt'],
  ['a search with many results', '/soeg?q=a'],
  ['a later page of filtered results', '/soeg?q=kom&page=2&type=pressekontakt&type=organisation&type=side'],
  ['a search with a typing error', '/soeg?q=partsaktinsigt'],
  ['a search without results', '/soeg?q=qxqxqx'],
  ['a contact search with results', '/soeg/pressekontakt?q=anders%20aen'],
  ['a contact search without results', '/soeg/pressekontakt?q=qxqxqx'],
  ['the form of a deadline', '/aktindsigt/frist'],
  ['a deadline', '/aktindsigt/frist?modtaget=2026-12-18&klage=2027-01-15&klageinstans=2027-01-26'],
  [
    'a deadline for what is no date',
    '/aktindsigt/frist?modtaget=2026-02-30&klage=&klageinstans=i%20g%C3%A5r',
  ],
  ['the page for a wrong address', '/findes/ikke'],
]

/** A page that the law asks for. It stands in no menu. */
const lawPages: [name: string, path: string][] = [
  ['the accessibility statement', '/tilgaengelighedserklaering'],
]

export const allPages = [...contentPages, ...lawPages, ...answerPages]

/** What search engines shall find. */
export const foundPages = [
  ...contentPages,
  ...lawPages,
  ...answerPages.filter(([, path]) => path === '/aktindsigt/frist'),
]

/** The items of a text that has a bar between them. */
export const list = (text: string): string[] => text.split('|').map((item) => item.trim())
