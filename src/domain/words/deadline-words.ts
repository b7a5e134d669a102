// Name in code → [what the editor sees, the default].

export const deadlineWords = {
  label: 'Frist for aktindsigt',
  words: {
    title: ['Sidens titel', 'Frist for svar på aktindsigt'],
    summary: [
      'Under titlen',
      'Se, hvornår kommunen senest skal svare på din anmodning om aktindsigt. Se også, hvad du kan gøre, hvis du ikke får det svar, du håbede på.',
    ],
    received: ['Feltet: anmodningen', 'Hvornår modtog kommunen din anmodning?'],
    receivedHint: ['Hjælp til feltet', 'Det er dagen, hvor din e-mail eller dit brev nåede frem til os.'],
    dateHint: ['Hjælp til datofelterne', 'Dag, måned og år: dd-mm-åååå'],
    typedHint: ['Det samme, når det skrevne ikke er en dato', 'Dag, måned og år, for eksempel 23-11-2026'],
    complaintGroup: ['Over de to felter om en klage', 'Har du klaget over et afslag?'],
    complaintGroupHint: [
      'Hjælp til de to felter',
      'Så regner vi også fristerne for klagen ud. Udfyld kun det, du ved.',
    ],
    complaint: ['Feltet: klagen', 'Hvornår modtog kommunen din klage?'],
    appeal: ['Feltet: klageinstansen', 'Hvornår modtog klageinstansen klagen fra kommunen?'],
    button: ['Knappen', 'Beregn frist'],
    again: ['Over formularen efter et svar', 'Beregn en anden frist'],
    errorHeading: ['Sidens titel ved fejl', 'Ret datoen, så kan vi beregne fristen'],
    errorList: ['Over listen med fejl', 'Det skal du rette'],
    receivedMissing: ['Fejl: ingen dato', 'Vælg den dag, kommunen modtog din anmodning.'],
    noDate: ['Fejl: ikke en dato', '»{typed}« er ikke en dato. Skriv den som 23-11-2026.'],
    beforeTheAct: [
      'Fejl: før loven',
      'Vælg {date} eller en senere dag. Loven, som fristerne står i, gælder fra den dag.',
    ],
    beyondCalendar: [
      'Fejl: efter kalenderen',
      'Vælg en tidligere dag. Kommunens kalender er kun udfyldt til og med {date}, og fristen ligger senere.',
    ],
    noCalendar: [
      'Fejl: kalenderen er tom',
      'Vi kan ikke beregne fristen lige nu, fordi kommunens kalender ikke er udfyldt.',
    ],
    complaintTooEarly: [
      'Fejl: klagen før anmodningen',
      'Kommunen kan ikke have modtaget klagen før anmodningen.',
    ],
    appealTooEarly: [
      'Fejl: klageinstansen før kommunen',
      'Klageinstansen kan ikke have modtaget klagen før kommunen.',
    ],
    answer: ['Svaret', 'Kommunen skal svare senest {date}'],
    guidance: [
      'Vejledende',
      'Beregningen er vejledning og ikke en juridisk afgørelse. Den bygger på de helligdage, der står i kommunens kalender i dag.',
    ],
    complete: ['Hvor langt kalenderen rækker', 'Kalenderen er udfyldt til og med {date}.'],
    timeline: ['Over tidslinjen', 'Sådan forløber det'],
    by: ['Trin: en frist', 'Senest {date}'],
    from: ['Trin: den første mulige dag', 'Fra {date}'],
    receivedTitle: ['Trin: modtaget, titel', 'Kommunen modtager din anmodning'],
    receivedText: [
      'Trin: modtaget, tekst',
      'Dagen tæller ikke med. Vi begynder at tælle den næste arbejdsdag.',
    ],
    answerTitle: ['Trin: svar, titel', 'Kommunen skal have svaret dig'],
    answerText: [
      'Trin: svar, tekst',
      'Fristen er 7 arbejdsdage og løber, til dagen er slut. Kan kommunen undtagelsesvis ikke nå det, skal den sige hvorfor. Den skal også sige, hvornår du kan vente et svar (offentlighedsloven § 36, stk. 2).',
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
    skipped: ['Over dagene, der ikke tæller', 'Dage, der ikke tæller med'],
    skippedNone: ['Når ingen hverdage er sprunget over', 'Ingen helligdage falder i perioden.'],
    weekends: ['Om weekender', 'Lørdage og søndage tæller aldrig med.'],
    closedButCounted: [
      'Når kommunen har lukket på en dag, der tæller',
      '{dates} tæller med, selv om vi har lukket.',
    ],
    reminder: ['Link til kalenderfilen', 'Gem fristen og den første klagedag i din kalender'],
    reminderAnswer: ['Kalenderfilen: svar', 'Frist for svar på aktindsigt'],
    reminderDelay: ['Kalenderfilen: klage', 'Du kan klage over ventetid på aktindsigt'],
    back: ['Linket tilbage', 'Læs mere om aktindsigt'],
  },
} as const
