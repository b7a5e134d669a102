import type { DeadlineStep, DeadlineView, SkippedDayView } from '../../content/deadlines/deadline-page.ts'
import css from './deadline-answer.module.css'
import { Section } from '../frame/section.tsx'
import { Times } from '../text/times.tsx'

/** When an answer is due and why, and what happens after that as a timeline. */
export function DeadlineAnswer({ deadline }: { deadline: DeadlineView }) {
  const { answerBy, skipped, skippedHeading, timeline, refused, reminder } = deadline
  return (
    <>
      <section className={css.answer}>
        <div>
          <h2>
            {answerBy.before}
            <time dateTime={answerBy.date}>
              <Times text={answerBy.day} />
            </time>
            {answerBy.after}
          </h2>
          <p className={css.reminder}>
            <a href={reminder.href}>{reminder.label}</a>
          </p>
        </div>
        <div>
          <Skipped heading={skippedHeading} days={skipped} />
          <p>{deadline.counting}</p>
          <p className={css.guidance}>{deadline.guidance}</p>
        </div>
      </section>
      {[timeline, refused].map(({ heading, steps }) => (
        <Section key={heading} heading={heading}>
          <ol className={css.steps}>
            {steps.map((step) => (
              <Step key={step.title} step={step} skippedHeading={skippedHeading} />
            ))}
          </ol>
        </Section>
      ))}
    </>
  )
}

function Step({ step, skippedHeading }: { step: DeadlineStep; skippedHeading: string }) {
  const { when, date, title, text, skipped } = step
  return (
    <li>
      <h3>{title}</h3>
      <p className={css.when}>
        {date === null ? (
          when
        ) : (
          <time dateTime={date}>
            <Times text={when} />
          </time>
        )}
      </p>
      <p>{text}</p>
      <Skipped heading={skippedHeading} days={skipped} />
    </li>
  )
}

function Skipped({ heading, days }: { heading: string; days: SkippedDayView[] }) {
  if (days.length === 0) return null
  return (
    <div className={css.skipped}>
      <p>{heading}</p>
      <ul>
        {days.map(({ date, day, reason }) => (
          <li key={date}>
            {reason},{' '}
            <time dateTime={date}>
              <Times text={day} />
            </time>
          </li>
        ))}
      </ul>
    </div>
  )
}
