import Link from 'next/link'
import { globalAddress, PLANNED } from '../../domain/addresses.ts'
import { formatPhone } from '../../domain/phone.ts'
import { startTime } from '../../domain/time/danish-time.ts'
import { toInstant } from '../../domain/time/copenhagen.ts'
import { now } from '../../web/handover.ts'
import { dutyNow } from '../../web/hours-ahead.ts'
import css from './dashboard.module.css'
import type { Asker } from './documents.ts'
import { readEditing, readPlanned } from './read-today.ts'
import { Item, Section } from './section.tsx'

/** Who answers the press, what comes by itself, and who is editing what. */
export async function Today({ asker }: { asker: Asker }) {
  const [duty, editing, planned] = await Promise.all([
    dutyNow(),
    readEditing(now(), asker),
    readPlanned(asker),
  ])
  return (
    <>
      <section className={css.section} aria-labelledby="duty-now">
        <h2 id="duty-now">Pressen lige nu</h2>
        {duty ? (
          <ul>
            <li>{[duty.now, duty.until].filter(Boolean).join(' ')}</li>
            {duty.afterwards && <li>{duty.afterwards}</li>}
            <li>
              {duty.phone.label}: {formatPhone(duty.phone.number)}
            </li>
          </ul>
        ) : (
          <p>Ingen tider og telefon er valgt for pressen.</p>
        )}
        <Link href={globalAddress('press-duty')} prefetch={false}>
          Ret pressetiderne
        </Link>
      </section>
      <Section id="edited-now" heading="Rettes lige nu">
        {editing.map(({ name, address, who, at }) => (
          <Item key={address} name={name} address={address}>
            {who}, sidst {startTime(toInstant(at.getTime()), now())}
          </Item>
        ))}
      </Section>
      <Section id="planned-next" heading="Planlagt">
        {planned.map(({ id, name, when }) => (
          <Item key={id} name={name} address={PLANNED}>
            {when}
          </Item>
        ))}
      </Section>
    </>
  )
}
