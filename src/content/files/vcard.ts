import VCard from 'vcard-creator'
import { trimEnds } from '../../domain/text/one-line.ts'
import type { PressContact } from '../../payload-types.ts'
import { foldLines } from './fold-lines.ts'

type Contact = Pick<PressContact, 'name' | 'title' | 'email' | 'updatedAt'> & {
  phones: Pick<PressContact['phones'][number], 'number'>[]
  subjects?: string[] | null
}

/**
 * A press contact as a vCard 3.0 (RFC 2426) that phones and mail programs open. The last word of a name is the family
 * name; a name of one word is a given name. The subjects are a note: `Spørg mig om: byggesager, skoler`.
 * @param words the fixed word before the subjects
 */
export function vcard(
  { name, title, phones, email, subjects, updatedAt }: Contact,
  organisation: string,
  words: { subjects: string },
): string {
  const [givenName = '', ...others] = trimEnds(name).split(/\s+/)
  const familyName = others.pop() ?? ''
  const card = new VCard()
    .addName({ givenName: [givenName, ...others].join(' '), familyName })
    .addCompany({ name: organisation })
    .addJobtitle(trimEnds(title))
    .addRevision(new Date(updatedAt))
  if (email) card.addEmail({ address: email, type: ['pref', 'work'] })
  if (subjects?.length) card.addNote(`${words.subjects}: ${subjects.map(trimEnds).join(', ')}`)
  phones.forEach(({ number }, index) =>
    card.addPhoneNumber({ number, type: index === 0 ? ['pref', 'work'] : ['work'] }),
  )
  // The library splits escapes where it folds.
  return foldLines(card.toString())
}
