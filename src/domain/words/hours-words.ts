// Name in code → [what the editor sees, the default].

export const hoursWords = {
  label: 'Åbent og lukket',
  words: {
    openUntil: ['Åbent', 'Åbent nu, lukker {time}'],
    openAlways: ['Åbent uden at lukke', 'Åbent hele døgnet'],
    closedUntil: ['Lukket', 'Lukket nu, åbner {time}'],
    closedBecause: ['Lukket af en grund', 'Lukket: {reason}. Åbner {time}'],
    closedForNow: ['Lukket, ingen ny åbning kendt', 'Lukket. Næste åbning er ikke fastsat'],
    closedForNowBecause: [
      'Lukket af en grund, ingen ny åbning kendt',
      'Lukket: {reason}. Næste åbning er ikke fastsat',
    ],
    today: ['Tiderne i dag', 'I dag: {hours}'],
    todayClosed: ['Lukket i dag', 'I dag: lukket'],
    todayAllDay: ['Hele døgnet i dag', 'I dag: hele døgnet'],
    because: ['Når noget har en særlig grund', '{text} ({reason})'],
    closed: ['I tabellen: lukket', 'Lukket'],
    allDay: ['I tabellen: hele døgnet', 'Hele døgnet'],
    everyDay: ['I tabellen: alle ugens dage er ens', 'Alle dage'],
    specialDay: ['I tabellen: en dags tider og grunden', '{hours}: {reason}'],
    eventOpening: ['Kalenderfilen: kun åbningstiden', '{place}, åbningstider'],
    eventPhone: ['Kalenderfilen: kun telefontiden', '{place}, telefontider'],
    eventClosed: ['Kalenderfilen: lukket', '{place}: lukket'],
    eventOpen: ['Kalenderfilen: andre tider', '{place}: åbent {hours}'],
    eventAllDay: ['Kalenderfilen: hele døgnet', '{place}: åbent hele døgnet'],
  },
} as const

export const dutyWords = {
  label: 'Pressevagt',
  words: {
    until: ['Hvor længe der svares', 'indtil {time}'],
    thenStaff: ['Derefter: pressemedarbejderne', 'Derefter svarer pressemedarbejderne'],
    thenDuty: ['Derefter: pressevagten', 'Derefter svarer pressevagten'],
    thenClosed: ['Derefter: lukket, ingen ny tid kendt', 'Derefter er der lukket'],
    thenClosedUntil: ['Derefter: lukket', 'Derefter er der lukket til {time}'],
    againStaff: [
      'Lukket: pressemedarbejderne er de næste',
      'Åbner igen {time}. Så svarer pressemedarbejderne',
    ],
    againDuty: ['Lukket: pressevagten er den næste', 'Åbner igen {time}'],
    callFrom: ['Lukket: over vagtnummeret', 'Ring fra {time}'],
    againUnknown: ['Lukket: ingen ny tid kendt', 'Det er ikke fastsat, hvornår pressevagten svarer igen'],
  },
} as const
