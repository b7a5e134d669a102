// Name in code → [what the editor sees, the default].

export const shellWords = {
  label: 'Rammen',
  words: {
    skipLink: ['Link forbi menuen', 'Spring til hovedindhold'],
    menu: ['Hovedmenuens navn', 'Hovedmenu'],
    home: ['Første led i brødkrummen', 'Hjem'],
    breadcrumb: ['Brødkrummens navn', 'Du er her'],
    onThisPage: ['Navn på listen over en lang sides overskrifter', 'På denne side'],
    listPages: ['Navn på sideskift ved en lang liste', 'Flere på listen'],
    titleOnPage: ['Titel fra side 2 af en lang liste', '{title} (side {page} af {pages})'],
    share: ['Del-knappens overskrift', 'Del indhold'],
    shareMail: ['Del: e-mail', 'Send siden i en e-mail'],
    shareFacebook: ['Del: Facebook', 'Del på Facebook'],
    shareLinkedIn: ['Del: LinkedIn', 'Del på LinkedIn'],
    shareCopy: ['Del: kopiér adressen', 'Kopiér link'],
    shareCopied: ['Del: når adressen er kopieret', 'Linket er kopieret'],
    changesFeed: ['Navn på listen over ændrede sider (feed)', 'Ændrede sider'],
    updated: ['Hvornår siden er ændret', 'Sidst opdateret {date}'],
    cvr: ['CVR-nummeret', 'CVR-nummer {number}'],
  },
} as const

export const errorWords = {
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
} as const
