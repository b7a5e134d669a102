import { type Account, reachOf, type Right, type Role, treeOf } from './rights.ts'

/** What a role is called, and what it is for. */
export const ROLE_WORDS: Record<Role, string> = {
  administrator: 'Administrator',
  editor: 'Redaktør',
  'local-editor': 'Lokalredaktør',
  writer: 'Skribent',
}

/**
 * Why an account may not do something with a document, and what it may instead, in Danish. Of what `mayDo` says no to.
 * @param when `stands`: the document as it is; `new`: one that is made; `moves`: a change of where it stands
 */
export function whyNot(
  account: Account,
  right: Right,
  collection: string,
  when: keyof typeof PAGES = 'stands',
): string {
  const tree = treeOf(collection)
  const drafts = reachOf(account, 'draft', collection)
  if (collection === 'media' && reachOf(account, right, collection) === 'none') return FILES
  if (drafts === 'none' && tree === null) return SHARED
  if (drafts === 'none')
    return `Du har ikke fået nogen ${tree === 'pages' ? 'sider' : 'afdelinger'} at rette. Bed en administrator om det.`
  if (account.role === 'writer' && right !== 'draft') return WRITERS[right]
  return (tree === 'pages' ? PAGES : UNITS)[when]
}

const FILES =
  'Du kan lægge nye filer op. Dem, der er lagt op, rettes og slettes af redaktører, for alle sider kan bruge dem.'

const SHARED =
  'Den er fælles for hele hjemmesiden og rettes af redaktører. Du kan læse den, men ikke ændre den.'

const WRITERS = {
  publish:
    'Som skribent gemmer du kladder. Det, besøgende ser, ændres først, når en redaktør har godkendt det: vælg »Send til godkendelse«.',
  delete: 'Som skribent kan du ikke slette noget eller hente det frem igen. Bed en redaktør om det.',
}

const PAGES = {
  stands:
    'Siden ligger ikke under de sider, du har fået at rette. Du kan læse den, men ikke ændre den; bed en redaktør om det.',
  new: 'Siden skal ligge under en af de sider, du har fået at rette. Vælg den under »Ligger under«.',
  moves:
    'Siden ville flytte til eller fra noget, du ikke har fået at rette. Lad den ligge, hvor den ligger, eller bed en redaktør om det.',
}

const UNITS: typeof PAGES = {
  stands:
    'Det hører ikke kun til de afdelinger, du har fået at rette. Du kan læse det, men ikke ændre det; bed en redaktør om det.',
  new: 'Det skal høre til en af de afdelinger, du har fået at rette. Vælg den, eller bed en redaktør om det.',
  moves:
    'Det ville komme til at høre til en afdeling, du ikke har fået at rette, eller ikke længere til din. Lad det blive, eller bed en redaktør om det.',
}
