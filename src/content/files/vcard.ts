import VCard from 'vcard-creator'
import type { PressContact } from '../../payload-types.ts'

/** A press contact as a vCard 3.0 (RFC 2426) that phones and mail programs open. */
export function vcard(
  {
    name,
    title,
    phones,
    email,
    updatedAt,
  }: Pick<PressContact, 'name' | 'title' | 'phones' | 'email' | 'updatedAt'>,
  organisation: string,
): string {
  const names = name.trim().split(/\s+/)
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
  return keepEscapesWhole(card.toString())
}

/** Folds the lines again: the library may split a backslash from what it escapes, and some programs then show it. */
const keepEscapesWhole = (card: string): string =>
  card.replaceAll('\r\n ', '').split('\r\n').map(foldLine).join('\r\n')

const MOST_OCTETS = 75

/** RFC 2425, 5.8.1: at most 75 octets a line, the space before a continuation included. */
function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  // Neither an escape nor a character of several octets may be split.
  for (const piece of line.match(/\\.|./gsu) ?? []) {
    const length = Buffer.byteLength(piece)
    if (octets + length > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += piece
    octets += length
  }
  return folded
}
