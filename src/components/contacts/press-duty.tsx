import type { PressDutyView } from '../../content/hours/press-duty.ts'
import { PhoneLink } from '../text/link.tsx'
import css from './press-duty.module.css'

/** What a journalist comes for: who answers the press now, until when, who answers next, and the number. */
export function PressDuty({ duty }: { duty: PressDutyView }) {
  return (
    <section
      className={css.duty}
      data-press-duty={duty.status}
      data-live="press-duty"
      data-until={duty.validUntil ?? undefined}
    >
      <div>
        <h2>{duty.heading}</h2>
        <p className={css.now}>
          <strong data-part="now">{duty.now}</strong>{' '}
          {duty.until && <span data-part="until">{duty.until}</span>}
        </p>
      </div>
      <div className={css.call}>
        {duty.lead && (
          <p data-part="lead">
            {duty.lead.label} <strong>{duty.lead.name}</strong>, {duty.lead.title}{' '}
            <PhoneLink number={duty.lead.phone} />
          </p>
        )}
        <p>
          {duty.phone.label} <PhoneLink number={duty.phone.number} />
        </p>
      </div>
      <div className={css.more}>
        {duty.reason && <p data-part="reason">{duty.reason}</p>}
        {duty.afterwards && <p>{duty.afterwards}</p>}
        {duty.link && (
          <p>
            <a href={duty.link.href}>{duty.link.title}</a>
          </p>
        )}
      </div>
    </section>
  )
}
