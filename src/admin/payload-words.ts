const NO_MAIL =
  'Webstedet sender ikke e-mails. Bed en administrator om at give dig en ny adgangskode. Den, der driver webstedet, kan altid lave en til en administrator (npm run admin:reset).'

/** Words of the admin that are English or clumsy in Payload's Danish translation. */
export const adminWords = {
  authentication: {
    login: 'Log ind',
    emailNotValid: 'E-mailadressen er ikke gyldig',
    // The site sends no e-mails.
    forgotPasswordEmailInstructions: NO_MAIL,
    emailSent: 'Der er ikke sendt en e-mail',
    checkYourEmailForPasswordReset: NO_MAIL,
  },
  error: {
    missingEmail: 'E-mailadressen mangler.',
    tokenInvalidOrExpired: 'Linket er brugt eller for gammelt. Bed en administrator om en ny adgangskode.',
    unableToDeleteCount: '{{count}} af {{total}} {{label}} kunne ikke slettes.',
    unableToUpdateCount: '{{count}} af {{total}} {{label}} kunne ikke ændres.',
    unauthorized: 'Log ind for at gøre det.',
  },
  fields: { chooseFromExisting: 'Vælg blandt dem, der findes', collapseAll: 'Fold alle sammen' },
  general: {
    dashboard: 'Overblik',
    email: 'E-mail',
    edit: 'Rediger',
    editLabel: 'Rediger {{label}}',
    layout: 'Opstilling',
    true: 'Ja',
    false: 'Nej',
    noLabel: '–',
    of: 'af',
    updatedCountSuccessfully: '{{count}} {{label}} er ændret.',
    noResults: 'Der er ingen {{label}} her endnu, eller ingen passer til filtrene.',
    updatedAt: 'Opdateret',
    createdAt: 'Oprettet',
  },
  upload: { download: 'Hent' },
  version: { autosave: 'Gem automatisk', autosavedVersion: 'Automatisk gemt version' },
}
