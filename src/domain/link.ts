/**
 * What is wrong with a link address, in Danish; null if it is allowed. Allowed: a path on the site (`/en/side`),
 * `http(s)://…`, `mailto:`, `tel:` and `#anchor`. Anything a browser might read differently from a person is refused.
 */
export function linkError(address: string): string | null {
  if (address === '') return 'Skriv en adresse.'
  if (address.length > MAX_LENGTH) return `Adressen er for lang: højst ${MAX_LENGTH} tegn.`
  if (/[\s\p{C}]/u.test(address)) return 'Adressen må ikke have mellemrum, linjeskift eller usynlige tegn.'
  if (address.includes('\\')) return 'Adressen må ikke have omvendt skråstreg (\\).'
  if (address.startsWith('//')) return 'Adressen må ikke begynde med to skråstreger. Skriv https:// foran.'
  if (/^[/#]/.test(address)) return address === '#' ? 'Skriv navnet på stedet efter #.' : null
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  switch (scheme) {
    case 'http':
    case 'https':
      return webAddressError(address)
    case 'mailto':
      return /^mailto:[^@?#]+@[^@?#]+\.[^@?#]+(?:\?[^#]*)?$/i.test(address)
        ? null
        : 'Skriv en e-mailadresse efter mailto:, for eksempel mailto:navn@eksempel.dk.'
    case 'tel':
      return /^tel:\+?[\d().-]*\d$/i.test(address)
        ? null
        : 'Skriv et telefonnummer uden mellemrum efter tel:, for eksempel tel:+4525201620.'
    case undefined:
      return 'Skriv hele adressen, for eksempel https://www.eksempel.dk, eller /en/side for en side på hjemmesiden.'
    default:
      return `Adressen må ikke begynde med ${scheme}: – brug https://, mailto:, tel: eller en side på hjemmesiden.`
  }
}

/** What is wrong with an address as that of an accessibility statement at the Danish authority, in Danish; null if it can be one. */
export function statementAddressError(address: string): string | null {
  const wrong = linkError(address)
  if (wrong !== null) return wrong
  const { protocol, hostname, pathname } = new URL(address, 'http://site')
  return protocol === 'https:' && /^(www\.)?was\.digst\.dk$/.test(hostname) && pathname !== '/'
    ? null
    : 'Skriv erklæringens egen adresse: den begynder med https://was.digst.dk/ og slutter med hjemmesidens navn.'
}

/** What is wrong with whom to tell of a weakness, in Danish; null if it is a mail address or a page with `https:`. */
export function securityContactError(contact: string): string | null {
  const isMail = isMailAddress(contact)
  const wrong = linkError(isMail ? `mailto:${contact}` : contact)
  return wrong === null && (isMail || contact.toLowerCase().startsWith('https:'))
    ? null
    : 'Skriv en mailadresse, eller en adresse, der begynder med https://'
}

/** Whether a contact that may be a mail address or a page is the former. */
export const isMailAddress = (contact: string): boolean => /^[^\s:/@]+@/.test(contact)

function webAddressError(address: string): string | null {
  // Browsers accept a wrong number of slashes and go somewhere else than people read.
  if (!/^https?:\/\/[^/?#]/i.test(address))
    return 'Skriv adressen med to skråstreger: https://www.eksempel.dk.'
  if (!URL.canParse(address))
    return 'Adressen kan ikke læses. Se efter slåfejl, for eksempel https://www.eksempel.dk.'
  const { username, password } = new URL(address)
  return username || password || /^https?:\/\/[^/?#]*@/i.test(address)
    ? 'Adressen må ikke have brugernavn eller adgangskode (@) foran hjemmesidens navn.'
    : null
}

/** What a link in a text leads to: `custom` to `url`, `internal` to a page or file. */
export type TextLink = {
  linkType?: unknown
  url?: unknown
  doc?: unknown
  anchor?: unknown
}

/** What is wrong with a link in a text, in Danish; null if it is allowed. */
export function linkProblem({ linkType, url, doc, anchor }: TextLink): string | null {
  if (linkType !== 'internal') return linkError(typeof url === 'string' ? url : '')
  const { relationTo, value } = (doc ?? {}) as { relationTo?: unknown; value?: unknown }
  if (!value || (relationTo !== 'pages' && relationTo !== 'media')) return 'Vælg en side eller en fil.'
  return anchorProblem(anchor ?? '')
}

/** What is wrong with the name of a heading, as it stands after `#`, in Danish; null if it can be one, or is empty. */
export const anchorProblem = (anchor: unknown): string | null =>
  typeof anchor === 'string' && /^([a-z0-9]+(-[a-z0-9]+)*)?$/.test(anchor) && anchor.length <= 110
    ? null
    : 'Vælg en overskrift på listen.'

const MAX_LENGTH = 2000

/** The names of headings that stand on a line each, with or without a `#`. */
export const readAnchors = (lines: string): string[] =>
  lines.split(/\s+/).flatMap((line) => line.replace(/^#/, '') || [])
