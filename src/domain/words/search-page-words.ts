// Name in code → [what the editor sees, the default].

export const searchWords = {
  label: 'Søgning',
  words: {
    siteSearch: ['Søgefeltet øverst', 'Søg på aalborg.dk'],
    button: ['Søgeknappen', 'Søg'],
    suggestions: ['Navn på forslag under søgefeltet', 'Forslag'],
    suggestionCount: ['Antal forslag, læses højt', '{count} forslag'],
    noSuggestions: ['Når der ingen forslag er, læses højt', 'Ingen forslag'],
    title: ['Søgesidens titel', 'Søg'],
    empty: [
      'Når intet er skrevet',
      'Skriv, hvad du leder efter, for eksempel et navn, et emne eller et telefonnummer.',
    ],
    result: ['Søgesiden: ét resultat', '{count} resultat for »{query}«'],
    results: ['Søgesiden: flere resultater', '{count} resultater for »{query}«'],
    resultsOnPage: ['Søgesiden: fra side 2', '{count} resultater for »{query}«, side {page} af {pages}'],
    noResults: ['Søgesiden: ingen resultater', 'Ingen resultater for »{query}«'],
    none: ['Når intet er fundet', 'Vi fandt ikke noget. Prøv med færre bogstaver eller et andet ord.'],
    noneHelp: ['Hjælp, når intet er fundet', 'Du kan også ringe til os, så hjælper vi dig videre.'],
    noneWays: [
      'Hjælp, når intet er fundet, og kommunen ikke har et fælles nummer',
      'Find nummeret på den rette afdeling, eller prøv en af de andre sider.',
    ],
    deadlineLine: [
      'Under titlen på fristsiden, når den er fundet',
      'Beregn svarfristen, og se, hvornår du kan klage',
    ],
    many: ['Når meget er fundet', 'Der er mange resultater. Skriv et ord mere for at finde det rigtige.'],
    suggestion: ['Forslag til stavning', 'Mente du {suggestion}?'],
    filters: ['Over filtrene', 'Vis kun'],
    clear: ['Vis alle igen', 'Vis alle'],
    more: ['Navn på sideskift', 'Flere resultater'],
    previous: ['Til siden før', 'Forrige'],
    next: ['Til næste side', 'Næste'],
    page: ['Hvor man er i resultaterne eller på en lang liste', 'Side {page} af {pages}'],
    contactTitle: ['Titel på søgning i pressekontakter', 'Søg pressekontakter'],
    contactForm: ['Over søgefeltet i pressekontakter', 'Hvem leder du efter?'],
    contactList: ['Over de fundne pressekontakter', 'Pressekontakter'],
    contactHint: ['Hjælp ved søgning i pressekontakter', 'Skriv et navn, en titel eller et telefonnummer'],
    contact: ['Pressekontakter: én', '{count} kontakt'],
    contacts: ['Pressekontakter: flere', '{count} kontakter'],
    contactsNone: ['Søgt i pressekontakter: ingen fundet', 'Ingen kontakter for »{query}«'],
    contactsNoneHelp: [
      'Pressekontakter: ved pressevagtens nummer, når ingen er fundet',
      'Pressevagten kan hjælpe dig videre.',
    ],
    contactFor: ['Søgt i pressekontakter: én fundet', '{count} kontakt for »{query}«'],
    contactsFor: ['Søgt i pressekontakter: flere fundet', '{count} kontakter for »{query}«'],
  },
} as const

export const kindWords = {
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
} as const
