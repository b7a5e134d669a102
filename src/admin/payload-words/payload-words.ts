import { baseBlockFields } from 'payload'
import { accountWords } from './account.ts'
import { documentWords } from './documents.ts'
import { failureWords, validationWords } from './failures.ts'
import { fileWords } from './files.ts'
import { generalWords } from './general.ts'

/**
 * Words of the admin that are English, clumsy or wrong in Payload's Danish translation, by its own keys. One word for one
 * thing: a page is a kladde, offentliggjort or afpubliceret; what is deleted is in papirkurven.
 */
export const adminWords = {
  authentication: accountWords,
  dashboard: {
    addButton: 'Tilføj +',
    addWidget: 'Tilføj felt',
    deleteWidget: 'Fjern feltet {{id}}',
    discardConfirmLabel: 'Kassér',
    discardMessage: 'Ændringerne af overblikket er ikke gemt. Skal de kasseres?',
    discardTitle: 'Kassér ændringerne?',
    editDashboard: 'Indret overblikket',
    editingDashboard: 'Overblikket indrettes',
    noItems: 'Der er ingen felter i overblikket. Tilføj dem fra menuen øverst.',
    resetLayout: 'Indret som fra begyndelsen',
    searchWidgets: 'Søg efter felter …',
  },
  error: failureWords,
  ...documentWords,
  general: generalWords,
  ...fileWords,
  validation: validationWords,
}

// Payload gives each block a field that nobody sees but who compares versions, with its label in the code.
for (const field of baseBlockFields)
  if (field.type === 'text' && field.name === 'blockName') field.label = 'Blokkens navn'
