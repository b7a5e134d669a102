import type { Field, GlobalConfig } from 'payload'
import { editorsOnlyGlobal } from './access.ts'
import { versioned } from './publishing.ts'

/** The fixed words of the pages: name in code → [what the editor sees, the word itself]. */
const words = {
  shell: {
    label: 'Rammen',
    words: {
      skipLink: ['Link forbi menuen', 'Spring til hovedindhold'],
      menu: ['Hovedmenuens navn', 'Hovedmenu'],
      home: ['Første led i brødkrummen', 'Hjem'],
      breadcrumb: ['Brødkrummens navn', 'Du er her'],
      share: ['Del-knappens overskrift', 'Del indhold'],
      shareMail: ['Del: e-mail', 'Send siden i en e-mail'],
      shareFacebook: ['Del: Facebook', 'Del på Facebook'],
      shareLinkedIn: ['Del: LinkedIn', 'Del på LinkedIn'],
      updated: ['Foran datoen', 'Sidst opdateret'],
      cvr: ['Foran CVR-nummeret', 'CVR-nummer'],
    },
  },
  contact: {
    label: 'Kontakt',
    words: {
      contact: ['Over en kontaktboks', 'Kontakt'],
      call: ['Over telefonnummeret', 'Ring til os'],
      write: ['Over skriv-linket', 'Skriv til os'],
      writeLink: ['Skriv-linket', 'Skriv til os her'],
      writeByPost: ['Uden skriv-adresse, foran postadressen', 'Send et brev til'],
      openingHours: ['Over åbningstiderne', 'Åbningstider'],
      phoneHours: ['Over telefontiderne', 'Telefontider'],
      vcard: ['Link til visitkort', 'Gem kontakt'],
      leaders: ['Over ledelsen', 'Ledelse'],
      acting: ['Foran en midlertidig leders titel', 'Konstitueret'],
      phone: ['Foran et telefonnummer', 'Tlf.'],
    },
  },
  search: {
    label: 'Søgning',
    words: {
      siteSearch: ['Søgefeltet øverst', 'Søg på aalborg.dk'],
      button: ['Søgeknappen', 'Søg'],
      title: ['Søgesidens titel', 'Søg'],
      contactTitle: ['Titel på søgning i pressekontakter', 'Søg pressekontakter'],
      contactHint: ['Hjælp ved søgning i pressekontakter', 'Skriv et navn, en titel eller et telefonnummer'],
      empty: [
        'Når intet er skrevet',
        'Skriv, hvad du leder efter, for eksempel et navn, et emne eller et telefonnummer.',
      ],
      none: ['Når intet er fundet', 'Vi fandt ikke noget. Prøv med færre bogstaver eller et andet ord.'],
      noneHelp: ['Hjælp, når intet er fundet', 'Du kan også ringe til os, så hjælper vi dig videre.'],
      many: ['Når meget er fundet', 'Der er mange resultater. Skriv et ord mere for at finde det rigtige.'],
      clear: ['Vis alle igen', 'Vis alle'],
      contact: ['Efter tallet 1', 'kontakt'],
      contacts: ['Efter andre tal', 'kontakter'],
    },
  },
  errors: {
    label: 'Fejl',
    words: {
      notFoundTitle: ['Siden findes ikke: titel', 'Siden findes ikke'],
      notFoundText: [
        'Siden findes ikke: tekst',
        'Adressen kan være skrevet forkert, eller siden kan være flyttet. Søg efter det, du mangler, eller begynd forfra.',
      ],
      notFoundLink: ['Siden findes ikke: link', 'Gå til forsiden'],
      failedTitle: ['Noget gik galt: titel', 'Siden kan ikke vises lige nu'],
      failedText: [
        'Noget gik galt: tekst',
        'Der er sket en fejl hos os. Prøv igen om lidt. De andre sider virker stadig.',
      ],
    },
  },
} as const

const group = (
  name: string,
  { label, words }: { label: string; words: Record<string, readonly [string, string]> },
): Field => ({
  name,
  label,
  type: 'group',
  fields: Object.entries(words).map(([key, [wordLabel, defaultValue]]) => ({
    name: key,
    label: wordLabel,
    type: 'text',
    required: true,
    maxLength: 300,
    defaultValue,
  })),
})

export const Labels: GlobalConfig = {
  slug: 'labels',
  label: 'Faste ord',
  admin: { group: 'Ramme', description: 'De ord, der går igen på alle sider.' },
  access: editorsOnlyGlobal,
  ...versioned,
  fields: Object.entries(words).map(([name, section]) => group(name, section)),
}
