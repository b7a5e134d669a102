import type { DeadlineField, DeadlineFormView } from '../../content/deadlines/deadlines.ts'
import css from './deadline-form.module.css'

/** Asks for the dates that deadlines count from. The server reports errors above the form and at the field. */
export function DeadlineForm({ form }: { form: DeadlineFormView }) {
  const { received, complaint } = form
  const wrong = [received, ...(complaint?.fields ?? [])].filter(({ error }) => error !== null)
  const shared = { range: { min: form.earliest, max: form.latest ?? undefined }, formats: form.formats }
  return (
    <form className={css.form} action={form.action} noValidate>
      {wrong.length > 0 && (
        // The page was loaded to say what is wrong, so reading begins there, with or without scripts.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <div className={css.errors} role="alert" aria-labelledby="fejl" tabIndex={-1} autoFocus>
          <h2 id="fejl">{form.errorHeading}</h2>
          <ul>
            {wrong.map(({ name, error }) => (
              <li key={name}>
                <a href={`#${name}`}>{error}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field field={received} {...shared} required />
      {complaint && (
        <fieldset aria-describedby="klager-hjaelp">
          <legend>{complaint.heading}</legend>
          <p id="klager-hjaelp">{complaint.hint}</p>
          {complaint.fields.map((field) => (
            <Field key={field.name} field={field} {...shared} />
          ))}
        </fieldset>
      )}
      <button type="submit">{form.button}</button>
    </form>
  )
}

function Field({ field, range, formats, required }: FieldProps) {
  const { name, label, hint, value, isDate, error } = field
  const described = [`${name}-hjaelp`, ...(error === null ? [] : [`${name}-fejl`])]
  return (
    <div className={css.field} data-wrong={error === null ? undefined : ''}>
      <label htmlFor={name}>{label}</label>
      <p id={`${name}-hjaelp`}>
        {hint !== null && (
          <>
            {hint}
            <br />
          </>
        )}
        {isDate ? formats.date : formats.typed}
      </p>
      {error !== null && <strong id={`${name}-fejl`}>{error}</strong>}
      <input
        id={name}
        name={name}
        defaultValue={value}
        required={required}
        autoComplete="off"
        aria-invalid={error === null ? undefined : true}
        aria-describedby={described.join(' ')}
        {...(isDate ? { type: 'date', ...range } : { type: 'text', maxLength: 40 })}
      />
    </div>
  )
}

type FieldProps = {
  field: DeadlineField
  range: { min: string; max: string | undefined }
  formats: DeadlineFormView['formats']
  required?: boolean
}
