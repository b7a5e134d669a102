import Link from 'next/link'
import { formatDate } from '../../domain/time/danish-time.ts'
import { toInstant } from '../../domain/time/copenhagen.ts'
import css from './dashboard.module.css'
import type { OutsideFault } from './read-outside.ts'
import { Section } from './section.tsx'

/** What leads to other sites and does not work any more. */
export const OutsideFaults = ({ faults }: { faults: readonly OutsideFault[] }) => (
  <Section
    id="outside-links"
    heading="Links til andre hjemmesider, der ikke virker"
    words="De er prøvet mindst to gange med en uge imellem. Ret eller fjern linket. Virker det igen, forsvinder det herfra inden for et døgn."
  >
    {faults.map(({ url, outcome, since, failures, documents }) => (
      <li key={url}>
        <a href={url} target="_blank" rel="noreferrer">
          {url}
        </a>
        <span className={css.detail}>
          {faultWords(outcome)}. Prøvet {failures} gange siden {formatDate(toInstant(since.getTime()))}.
        </span>
        <span className={css.detail}>
          Står i{' '}
          {documents.slice(0, MOST).map(({ name, address }, index) => (
            <span key={address}>
              {index > 0 && ', '}
              <Link href={address} prefetch={false}>
                {name}
              </Link>
            </span>
          ))}
          {documents.length > MOST && ` og ${documents.length - MOST} andre steder`}
        </span>
      </li>
    ))}
  </Section>
)

/** How many documents are named for each. */
const MOST = 10

/** Why an address does not work. */
function faultWords(outcome: string): string {
  switch (outcome) {
    case '404':
      return 'Siden findes ikke (404)'
    case '410':
      return 'Siden er fjernet (410)'
    case 'dns':
      return 'Der findes ingen hjemmeside med det navn'
    case 'tls':
      return 'Certifikatet er ikke gyldigt, så browsere advarer mod hjemmesiden'
    case 'silent':
      return 'Serveren svarer ikke'
    default:
      return `Serveren melder fejl (${outcome})`
  }
}
