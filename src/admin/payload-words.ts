/** Words of the admin that are English or clumsy in Payload's Danish translation. */
export const adminWords = {
  authentication: { login: 'Log ind' },
  fields: { collapseAll: 'Fold alle sammen' },
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
    noResults: 'Der er ingen {{label}} her endnu, eller ingen passer til filtrene.',
    updatedAt: 'Opdateret',
    createdAt: 'Oprettet',
  },
  upload: { download: 'Hent' },
  version: { autosave: 'Gem automatisk', autosavedVersion: 'Automatisk gemt version' },
}
