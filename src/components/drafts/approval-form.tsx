import type { ApprovalFormView } from '../../content/preview/shared-draft.ts'

/** Approves just what stands above it, or not yet, by a name. The server reports errors above the form and at the field. */
export function ApprovalForm({ form: { action, seen, name, word, problem } }: { form: ApprovalFormView }) {
  const wrong = (field: 'name' | 'word') =>
    problem?.field === field ? { 'aria-invalid': true, 'aria-describedby': 'udkast-fejl' } : {}
  return (
    <form
      className="udkast-form"
      method="post"
      action={`${action}#udkast-godkend`}
      id="udkast-godkend"
      noValidate
    >
      {problem && (
        <p className="udkast-problem" role="alert" id="udkast-fejl">
          {problem.field ? <a href={`#udkast-${problem.field}`}>{problem.message}</a> : problem.message}
        </p>
      )}
      <p>Du svarer på siden, som du ser den her. Dit navn og din bemærkning bliver gemt hos kommunen.</p>
      <input type="hidden" name="seen" value={seen} />
      <div>
        <label htmlFor="udkast-name">Dit navn</label>
        <input
          id="udkast-name"
          name="name"
          type="text"
          required
          maxLength={100}
          autoComplete="name"
          defaultValue={name}
          {...wrong('name')}
        />
      </div>
      <div>
        <label htmlFor="udkast-word">Bemærkning (kan udelades, når du godkender)</label>
        <textarea
          id="udkast-word"
          name="word"
          rows={4}
          maxLength={2000}
          defaultValue={word}
          {...wrong('word')}
        />
      </div>
      <p className="udkast-answers">
        <button type="submit" name="answer" value="yes">
          Godkendt
        </button>
        <button type="submit" name="answer" value="no" className="udkast-no">
          Ikke godkendt endnu
        </button>
      </p>
    </form>
  )
}
