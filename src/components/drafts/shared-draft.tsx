import type { SharedDraftView } from '../../content/preview/shared-draft.ts'
import { ADDRESSES } from '../../domain/addresses.ts'
// First, as on every page: imports order the styles, and the same order everywhere gives one style sheet.
import { Page } from '../frame/page.tsx'
import { Section } from '../frame/section.tsx'
import { ApprovalForm } from './approval-form.tsx'

/** What somebody without an account sees of drafts: one as a page, or the list of several, with a bar that says what it is. */
export function SharedDraft({ view: { page, bar, list, approval } }: { view: SharedDraftView }) {
  return (
    <Page
      view={page}
      above={
        bar && (
          <>
            {/* Not in the one style sheet of all pages, whose visitors never see this. */}
            <link rel="stylesheet" href={ADDRESSES.draftStyles.path} />
            <aside className="udkast-bar" aria-label="Om det, du ser">
              <div>
                <strong>{bar.title}</strong> <span>{bar.text}</span>
                {bar.back && <a href={bar.back.href}>{bar.back.label}</a>}
              </div>
            </aside>
          </>
        )
      }
      below={
        approval && (
          <Section heading="Godkend" anchor="udkast-godkendelser">
            {approval.isAnswered && (
              <p className="udkast-receipt" role="status">
                Tak. Dit svar er gemt, og kommunen kan se det.
              </p>
            )}
            {approval.approvals.length > 0 && (
              <ul className="udkast-approvals">
                {approval.approvals.map(({ text, word }) => (
                  <li key={`${text} ${word}`}>
                    <strong>{text}</strong>
                    {word && <p>{word}</p>}
                  </li>
                ))}
              </ul>
            )}
            {approval.form && approval.isAnswered ? (
              <details className="udkast-again">
                <summary>Svar igen, eller lad en anden svare</summary>
                <ApprovalForm form={approval.form} />
              </details>
            ) : approval.form ? (
              <ApprovalForm form={approval.form} />
            ) : (
              <p>Siden er offentliggjort, så der er ikke noget at godkende.</p>
            )}
          </Section>
        )
      }
    >
      {list.length > 0 && (
        <ul className="udkast-list">
          {list.map(({ title, href, state, approvals }) => (
            <li key={href}>
              <h2>
                <a href={href}>{title}</a>
              </h2>
              <p>{state}</p>
              {approvals.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
