import type { FirstPage } from './first-page.ts'
import { CONTACT } from './paths.ts'

const childPages: FirstPage['blocks'] = () => [{ blockType: 'childPages' }]

export const omKommunen: FirstPage = {
  path: '/om-kommunen',
  title: 'Om kommunen',
  summary: 'Læs om presse og kommunikation, om organisationen og om udvikling og projekter.',
  blocks: childPages,
}

export const presseOgKommunikation: FirstPage = {
  path: '/om-kommunen/presse-og-kommunikation',
  title: 'Presse og kommunikation',
  summary: 'Her finder journalister og medier den, de kan ringe til.',
  blocks: childPages,
}

export const organisationsSide: FirstPage = {
  path: '/om-kommunen/organisation',
  title: 'Organisation',
  summary: 'Se, hvordan kommunen er organiseret: afdelinger, kontorer og ledelse.',
  blocks: childPages,
}

export const udviklingOgProjekter: FirstPage = {
  path: '/om-kommunen/udvikling-og-projekter',
  title: 'Udvikling og projekter',
  summary: 'Læs, hvad der viser retningen for kommunens udvikling, og hvordan du kan være med.',
  blocks: childPages,
}

/** No contact box is chosen, so the page shows all of them, including new ones. */
export const kontakt: FirstPage = {
  path: CONTACT,
  title: 'Kontakt',
  summary: 'Find telefonnummer, adresse og tider for den forvaltning, du vil i kontakt med.',
  blocks: () => [{ blockType: 'contactBoxes' }],
}
