// Name in code → [what the editor sees, the default].

export const contactWords = {
  label: 'Kontakt',
  words: {
    contact: ['Over en kontaktboks', 'Kontakt'],
    call: ['Ved telefonnummeret', 'Ring til os'],
    write: ['Over skriv-linket', 'Skriv til os'],
    writeLink: ['Skriv-linket', 'Skriv til os her'],
    writeByPost: ['Når man kun kan skrive et brev', 'Send et brev til {address}'],
    openingHours: ['Over åbningstiderne', 'Åbningstider'],
    phoneHours: ['Over telefontiderne', 'Telefontider'],
    week: ['Over ugens tider', 'Ugens tider'],
    newWeek: ['Over en ny uges tider', 'Nye tider fra {date}'],
    specialDays: ['Over dage med andre tider', 'Særlige dage'],
    openingSpecialDays: ['Over dage, hvor åbningstiden er en anden', 'Åbningstider: Særlige dage'],
    phoneSpecialDays: ['Over dage, hvor telefontiden er en anden', 'Telefontider: Særlige dage'],
    calendarFeed: ['Link til kalenderfilen', 'Lukkedage til din kalender'],
    subjects: ['Foran en pressekontakts emner', 'Spørg mig om'],
    vcard: ['Link til visitkort', 'Gem kontakt'],
    leaders: ['Over ledelsen', 'Ledelse'],
    acting: ['En midlertidig leders titel', 'Konstitueret {title}'],
    unit: ['Del af diagrammet, som ikke ses: én enhed', '{count} enhed'],
    units: ['Del af diagrammet, som ikke ses: flere enheder', '{count} enheder'],
    moreUnit: ['Når diagrammet ikke har plads til én enhed', 'og {count} enhed mere'],
    moreUnits: ['Når diagrammet ikke har plads til flere enheder', 'og {count} enheder mere'],
    phone: ['En leders telefonnummer', 'Tlf. {phone}'],
  },
} as const
