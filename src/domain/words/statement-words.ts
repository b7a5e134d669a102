// Name in code → [what the editor sees, the default]. The parts are those of the EU's model, Implementing Decision (EU) 2018/1523.

export const statementWords = {
  label: 'Tilgængelighedserklæring',
  words: {
    link: ['Linket i bunden', 'Tilgængelighedserklæring'],
    toConfirm: ['Mærke ved det, der mangler at blive bekræftet', 'Skal bekræftes'],
    missing: ['Når en del ikke er skrevet', 'Kommunen har ikke skrevet det her endnu.'],
    scope: ['Overskrift: hvad erklæringen gælder', 'Hvad erklæringen gælder'],
    officialBefore: [
      'Foran linket til erklæringen i WAS-Tool',
      'Den officielle erklæring står hos Digitaliseringsstyrelsen:',
    ],
    official: ['Link til erklæringen i WAS-Tool', 'Læs den officielle erklæring'],
    status: ['Overskrift: status', 'Lever hjemmesiden op til kravene?'],
    full: ['Status: fuldt ud', 'Hjemmesiden overholder standarden EN 301 549 fuldt ud.'],
    partial: [
      'Status: delvist',
      'Hjemmesiden overholder standarden EN 301 549 delvist. Den overholder de fleste krav.',
    ],
    none: [
      'Status: ikke',
      'Hjemmesiden overholder ikke standarden EN 301 549. Den overholder ikke de fleste krav.',
    ],
    unknown: ['Status: ikke vurderet', 'Kommunen har ikke vurderet hjemmesiden endnu.'],
    content: ['Overskrift: det, der ikke er tilgængeligt', 'Indhold, der ikke er tilgængeligt'],
    failing: ['Underoverskrift: overholder ikke loven', 'Indhold, der ikke overholder loven'],
    burden: ['Underoverskrift: for stor byrde', 'Indhold, der er en uforholdsmæssigt stor byrde'],
    outside: ['Underoverskrift: uden for loven', 'Indhold, der ikke er omfattet af loven'],
    assessment: ['Overskrift: udarbejdelse', 'Sådan er erklæringen lavet'],
    own: ['Vurderet af kommunen selv', 'Kommunen har selv vurderet hjemmesiden.'],
    external: ['Vurderet af andre', 'Andre har vurderet hjemmesiden for kommunen.'],
    otherWay: ['Vurderet på en anden måde', 'Kommunen har vurderet hjemmesiden på en anden måde.'],
    preparedOn: ['Hvornår erklæringen er lavet', 'Erklæringen er lavet {date}.'],
    reviewedOn: ['Hvornår den sidst er gennemgået', 'Den er sidst gennemgået {date}.'],
    contact: ['Overskrift: kontakt', 'Sig det til os'],
    phone: ['Foran telefonnummeret', 'Du kan ringe til os på'],
    email: ['Foran mailadressen', 'Du kan skrive en mail til'],
    post: ['Foran postadressen', 'Du kan sende et brev til'],
    enforcement: ['Overskrift: håndhævelse', 'Hvis du ikke er tilfreds med svaret'],
  },
} as const
