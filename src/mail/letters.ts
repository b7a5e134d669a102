import type { Temporal } from 'temporal-polyfill'
import { collectionAddress } from '../domain/addresses.ts'
import { browserName } from '../domain/accounts/browser.ts'
import { formatDate } from '../domain/time/danish-time.ts'
import { type DueRow, REVIEWED_WORDS, REVIEWS } from '../domain/time/reviews.ts'
import { wallClockAt } from '../domain/time/wall-clock.ts'

/** A letter of the site to whoever has an account or owns content: plain text. */
export type Letter = { to: string; subject: string; text: string }

/** The site's public origin. */
type Site = { siteUrl: string }

/** @param link to the page on which a new password is chosen; @param minutes for how long it holds */
export const forgottenPassword = (to: string, link: string, minutes: number, site: Site): Letter =>
  letter(
    to,
    'Vælg en ny adgangskode',
    [
      'Nogen har bedt om en ny adgangskode til din konto. Du vælger den her:',
      link,
      `Linket gælder i ${minutes} minutter og kan bruges én gang. Din nuværende adgangskode gælder, til du har valgt en ny.`,
      'Var det ikke dig, skal du ikke gøre noget. Sker det igen, så sig det til en administrator af hjemmesiden.',
    ],
    site,
  )

/** To the address of before and to the new one: who has only one of them is told as well. */
export const changedAddress = (before: string, after: string, site: Site): Letter[] =>
  [before, after].map((to) =>
    letter(
      to,
      'Din konto har fået en anden e-mailadresse',
      [`Din konto logger nu ind med ${after} i stedet for ${before}.`, ...NOT_YOU],
      site,
    ),
  )

/** To the addresses that the account has, and had until now. */
export const changedPassword = (addresses: readonly string[], site: Site): Letter[] =>
  [...new Set(addresses)].map((to) =>
    letter(
      to,
      'Din adgangskode er skiftet',
      ['Adgangskoden til din konto er skiftet, og den gamle kan ikke længere bruges.', ...NOT_YOU],
      site,
    ),
  )

/** What is done to the second factor of an account, in the words of a letter. */
const SECOND_FACTOR = {
  'confirm-app': 'En app til engangskoder er sat op på din konto.',
  'confirm-passkey': 'En adgangsnøgle er sat op på din konto.',
  'drop-app': 'Appen til engangskoder er fjernet fra din konto.',
  'drop-passkey': 'En adgangsnøgle er fjernet fra din konto.',
  'new-codes': 'Din konto har fået nye reservekoder, og de gamle kan ikke længere bruges.',
  reset:
    'En administrator har fjernet app, adgangsnøgler og reservekoder fra din konto og logget den ud overalt.',
}

export type SecondFactorChange = keyof typeof SECOND_FACTOR

/** Whoever gets into an account may not add or remove what it shows besides its password unseen. */
export const changedSecondFactor = (to: string, change: SecondFactorChange, site: Site): Letter =>
  letter(to, 'Login i to trin er ændret på din konto', [SECOND_FACTOR[change], ...NOT_YOU], site)

/** @param userAgent what the browser says of itself */
export const newLogin = (
  to: string,
  login: { at: Temporal.Instant; userAgent: string },
  site: Site,
): Letter =>
  letter(
    to,
    'Ny login på din konto',
    [
      `Nogen har logget ind med din konto i en browser, som kontoen ikke er brugt i før: ${browserName(login.userAgent) ?? 'en ukendt browser eller et program'}, den ${formatDate(login.at)} kl. ${wallClockAt(login.at).time.replace(/^0/, '').replace(':', '.')}.`,
      'Var det dig, skal du ikke gøre noget.',
      ...NOT_YOU,
      'Skift så også din adgangskode. Det logger alle andre ud.',
    ],
    site,
  )

/** How many documents a letter tells of; the others are in the admin. */
const MOST_DUE = 20

/** What is to be looked through, to its owner, or to the administrators if nobody owns it. @param due the most pressing first, all of one owner */
export function dueReviews(to: string, due: readonly DueRow[], site: Site): Letter {
  const owner = due[0]?.owner ?? null
  const more = due.length - MOST_DUE
  return letter(
    to,
    due.length === 1 ? 'Noget indhold skal gennemgås' : `${due.length} sider og kontaktbokse skal gennemgås`,
    [
      owner === null
        ? 'Her er indhold, som skal gennemgås, og som ingen ejer. Vælg også en ejer i »Ejer« til højre, så får den funktion besked næste gang.'
        : `Her er det indhold, som ${owner} ejer, og som skal gennemgås.`,
      'Er det stadig rigtigt, så tryk på »Stadig korrekt« til højre, når du har åbnet det. Ellers ret det. Det, der bliver læst mest og har ventet længst, står først.',
      ...due.slice(0, MOST_DUE).map((one) => lineOf(one, site)),
      ...(more > 0 ? [`Og ${more} til:\n${site.siteUrl}${REVIEWS}`] : []),
      'Du får højst ét brev om ugen, og intet, når der ikke er noget at gennemgå.',
    ],
    site,
  )
}

function lineOf({ collection, id, title, due, visits }: DueRow, { siteUrl }: Site): string {
  const times = visits > 0 ? `, vist ${visits} ${visits === 1 ? 'gang' : 'gange'} de seneste 30 dage` : ''
  const name = `${REVIEWED_WORDS[collection]} »${title || `nr. ${id}`}«`
  return `${name}, senest ${formatDate(due)}${times}\n${siteUrl}${collectionAddress(collection)}/${id}`
}

const letter = (to: string, subject: string, lines: readonly string[], { siteUrl }: Site): Letter => ({
  to,
  subject: `${subject} – ${new URL(siteUrl).host}`,
  text: ['Hej', ...lines, `Venlig hilsen\n${siteUrl}`].join('\n\n') + '\n',
})

const NOT_YOU = ['Var det ikke dig, så sig det straks til en administrator af hjemmesiden.']
