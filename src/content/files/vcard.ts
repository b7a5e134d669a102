import VCard from 'vcard-creator'
import type { PressContact } from '../../payload-types.ts'

/** A press contact as a vCard 3.0 that phones and mail programs open. */
export function vcard({ name, title, phones, email, updatedAt }: PressContact, organisation: string): string {
  const names = name.split(' ')
  const familyName = names.pop() ?? ''
  const card = new VCard()
    .addName({ givenName: names.join(' '), familyName })
    .addCompany({ name: organisation })
    .addJobtitle(title)
    .addRevision(new Date(updatedAt))
  if (email) card.addEmail({ address: email, type: ['pref', 'work'] })
  phones.forEach(({ number }, index) =>
    card.addPhoneNumber({ number, type: index === 0 ? ['pref', 'work'] : ['work'] }),
  )
  return card.toString()
}
