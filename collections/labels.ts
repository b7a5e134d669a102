import type { Field, GlobalConfig } from 'payload'
import { editorsOnlyGlobal } from './shared/access.ts'
import { versioned } from './shared/publishing.ts'

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
      week: ['Over ugens tider', 'Ugens tider'],
      newWeek: ['Over en ny uges tider, foran datoen', 'Nye tider fra'],
      specialDays: ['Over dage med andre tider', 'Særlige dage'],
      calendarFeed: ['Link til kalenderfilen', 'Lukkedage til din kalender'],
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
      result: ['Søgesiden: efter tallet 1', 'resultat'],
      results: ['Søgesiden: efter andre tal', 'resultater'],
      noResults: ['Søgesiden: i stedet for et tal', 'Ingen resultater'],
      for: ['Søgesiden: foran det, der er søgt på', 'for'],
      suggestion: ['Foran et forslag til stavning', 'Mente du'],
      filters: ['Over filtrene', 'Vis kun'],
      more: ['Navn på sideskift', 'Flere resultater'],
      previous: ['Til siden før', 'Forrige'],
      next: ['Til næste side', 'Næste'],
      page: ['Foran sidens nummer', 'Side'],
      of: ['Foran antallet af sider', 'af'],
      suggestions: ['Navn på forslag under søgefeltet', 'Forslag'],
    },
  },
  kinds: {
    label: 'Søgning: slags',
    words: {
      contact: ['En pressekontakt', 'Pressekontakt'],
      leader: ['En leder', 'Leder'],
      department: ['En afdeling', 'Organisation'],
      box: ['En kontaktboks', 'Kontakt'],
      page: ['En side', 'Side'],
      guidance: ['Et afsnit om aktindsigt', 'Aktindsigt'],
      principle: ['Et pejlemærke', 'Pejlemærke'],
      story: ['Grundfortællingen', 'Grundfortælling'],
    },
  },
  deadline: {
    label: 'Frist for aktindsigt',
    words: {
      title: ['Sidens titel', 'Frist for svar på aktindsigt'],
      summary: [
        'Under titlen',
        'Se, hvornår kommunen senest skal svare på din anmodning om aktindsigt, og hvad du kan gøre, hvis du ikke får det svar, du håbede på.',
      ],
      received: ['Feltet: anmodningen', 'Dag, kommunen modtog din anmodning'],
      receivedHint: ['Hjælp til feltet', 'Det er dagen, hvor din e-mail eller dit brev nåede frem til os.'],
      complaintGroup: ['Over de to felter om en klage', 'Har du klaget over et afslag?'],
      complaintGroupHint: [
        'Hjælp til de to felter',
        'Så regner vi også fristerne for klagen ud. Udfyld kun det, du ved.',
      ],
      complaint: ['Feltet: klagen', 'Dag, kommunen modtog din klage'],
      appeal: ['Feltet: klageinstansen', 'Dag, klageinstansen modtog klagen fra kommunen'],
      button: ['Knappen', 'Beregn frist'],
      again: ['Over formularen efter et svar', 'Beregn en anden frist'],
      errorHeading: ['Over fejlene', 'Ret datoen, så kan vi beregne fristen'],
      answerLead: ['Over svaret', 'Kommunen skal svare senest'],
      guidance: [
        'Vejledende',
        'Beregningen er vejledning og ikke en juridisk afgørelse. Den bygger på de helligdage, der står i kommunens kalender i dag.',
      ],
      complete: ['Foran kalenderens sidste dag', 'Kalenderen er udfyldt til og med'],
      timeline: ['Over tidslinjen', 'Sådan forløber det'],
      by: ['Foran en frist', 'Senest'],
      from: ['Foran den første mulige dag', 'Fra'],
      receivedTitle: ['Trin: modtaget, titel', 'Kommunen modtager din anmodning'],
      receivedText: [
        'Trin: modtaget, tekst',
        'Dagen tæller ikke med. Vi begynder at tælle den næste arbejdsdag.',
      ],
      answerTitle: ['Trin: svar, titel', 'Kommunen skal have svaret dig'],
      answerText: [
        'Trin: svar, tekst',
        'Fristen er 7 arbejdsdage og løber til dagens slutning. Kan kommunen undtagelsesvis ikke nå det, skal den fortælle dig hvorfor, og hvornår du kan vente et svar (offentlighedsloven § 36, stk. 2).',
      ],
      delayTitle: ['Trin: klage over ventetid, titel', 'Du kan klage over ventetiden'],
      delayText: [
        'Trin: klage over ventetid, tekst',
        'Er der gået 14 arbejdsdage uden et svar, kan du klage over, at sagen trækker ud (offentlighedsloven § 39).',
      ],
      refused: ['Over trinene om afslag', 'Hvis du får helt eller delvist afslag'],
      complaintTitle: ['Trin: klage, titel', 'Kommunen ser på din klage'],
      complaintLength: ['Trin: klage, uden dato', 'Inden 7 arbejdsdage fra kommunen har fået klagen'],
      complaintText: [
        'Trin: klage, tekst',
        'Send klagen til kommunen, som gav afslaget. Kommunen beslutter, om den holder fast i afslaget. Gør den det, sender den klagen videre til klageinstansen (offentlighedsloven § 37).',
      ],
      appealTitle: ['Trin: klageinstansen, titel', 'Klageinstansen afgør klagen'],
      appealLength: [
        'Trin: klageinstansen, uden dato',
        'Inden 20 arbejdsdage fra klageinstansen selv har fået klagen',
      ],
      appealText: [
        'Trin: klageinstansen, tekst',
        'Det er hovedreglen. Fristen tæller fra den dag, klageinstansen får klagen, ikke fra den dag, du sendte den (offentlighedsloven § 37).',
      ],
      ombudsmanTitle: ['Trin: Ombudsmanden, titel', 'Folketingets Ombudsmand'],
      ombudsmanLength: ['Trin: Ombudsmanden, hvornår', 'Når du har brugt dine klagemuligheder'],
      ombudsmanText: [
        'Trin: Ombudsmanden, tekst',
        'Er du stadig utilfreds, kan du klage til Folketingets Ombudsmand. Det kan du også, hvis en myndighed har været for længe om sagen eller har vejledt dig forkert.',
      ],
      skipped: ['Over dagene, der ikke tæller', 'Dage, vi har sprunget over'],
      skippedNone: ['Når ingen hverdage er sprunget over', 'Ingen helligdage falder i perioden.'],
      weekends: ['Om weekender', 'Lørdage og søndage tæller aldrig med.'],
      reminder: ['Link til kalenderfilen', 'Gem fristen i din kalender'],
      reminderAnswer: ['Kalenderfilen: svar', 'Frist for svar på aktindsigt'],
      reminderDelay: ['Kalenderfilen: klage', 'Du kan klage over ventetid på aktindsigt'],
      back: ['Linket tilbage', 'Læs mere om aktindsigt'],
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
