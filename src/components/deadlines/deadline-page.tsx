import type { DeadlinePageView } from '../../content/deadlines/deadline-page.ts'
// First, as on every page: imports order the styles, and the same order everywhere gives one style sheet.
import { Page } from '../frame/page.tsx'
import { DeadlineAnswer } from './deadline-answer.tsx'
import { DeadlineForm } from './deadline-form.tsx'
import css from './deadline-page.module.css'
import { Section } from '../frame/section.tsx'

/** The deadlines of a request and the form to ask again, in the site's frame. */
export function DeadlinePage({ view: { page, form, formHeading, deadline, back } }: Props) {
  return (
    <Page view={page}>
      {deadline && <DeadlineAnswer deadline={deadline} />}
      <Section heading={deadline && formHeading}>
        <DeadlineForm form={form} />
        {back && (
          <p className={css.back}>
            <a href={back.href}>{back.label}</a>
          </p>
        )}
      </Section>
    </Page>
  )
}

type Props = { view: DeadlinePageView }
