import type { PressDutyView } from '../../content/hours/press-duty.ts'
import type { PageLink } from '../../content/pages/links.ts'
import { PhoneLink } from '../text/link.tsx'
import { Times } from '../text/times.tsx'
import css from './press-duty.module.css'

/** Who answers the press now, until when, who answers after that, and the number: what a journalist came for. */
export function PressDuty({ duty }: { duty: PressDutyView }) {
  if (duty.link) return <Strip duty={duty} link={duty.link} />
  return (
    <section
      className={css.duty}
      data-press-duty={duty.status}
      data-live="press-duty"
      data-until={duty.validUntil}
    >
      <div>
        <h2>{duty.heading}</h2>
        <Now now={duty.now} until={duty.until} />
      </div>
      <div className={css.call}>
        {duty.lead && (
          <p data-part="lead">
            {duty.lead.label} <strong>{duty.lead.name}</strong>, {duty.lead.title}{' '}
            <PhoneLink number={duty.lead.phone} whom={duty.lead.whom} />
          </p>
        )}
        <p>
          <Times text={duty.phone.label} /> <PhoneLink {...duty.phone} />
        </p>
      </div>
      <div className={css.more}>
        {duty.afterwards && (
          <p data-part="afterwards">
            <Times text={duty.afterwards} />
          </p>
        )}
      </div>
    </section>
  )
}

/** The same on another page, in one line: who answers, until when, whom to call, and the way to the press page. */
function Strip({ duty, link }: { duty: PressDutyView; link: PageLink }) {
  return (
    <section
      className={css.strip}
      data-press-duty={duty.status}
      data-live="press-duty"
      data-until={duty.validUntil}
    >
      <h2 className="sr">{duty.heading}</h2>
      <Now now={duty.now} until={duty.until ?? duty.afterwards} />
      <p data-part="call">
        {duty.lead ? `${duty.lead.label} ${duty.lead.name}` : <Times text={duty.phone.label} />}{' '}
        <PhoneLink number={duty.lead?.phone ?? duty.phone.number} whom={duty.lead?.whom ?? duty.phone.whom} />
      </p>
      <p>
        <a href={link.href}>{link.title}</a>
      </p>
    </section>
  )
}

function Now({ now, until }: { now: string; until: string | null }) {
  return (
    <p className={css.now}>
      <strong data-part="now">{now}</strong>{' '}
      {until && (
        <span data-part="until">
          <Times text={until} />
        </span>
      )}
    </p>
  )
}
