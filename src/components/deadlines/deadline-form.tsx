import type { DeadlineField, DeadlineFormView } from '../../content/deadlines/deadlines.ts'
import css from './deadline-form.module.css'

/** Asks for the dates that deadlines count from. The server shows errors above the form and at the field. */
export function DeadlineForm({ form }: { form: DeadlineFormView }) {
  const { received, complaint } = form
  const wrong = [received, ...(complaint?.fields ?? [])].filter(({ error }) => error !== null)
  const range = { min: form.earliest, max: form.latest ?? undefined }
  return (
    <form className={css.form} action={form.action} noValidate>
      {wrong.length > 0 && (
        <div className={css.errors} role="alert">
          <ul>
            {wrong.map(({ name, error }) => (
              <li key={name}>
                <a href={`#${name}`}>{error}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field field={received} range={range} required />
      {complaint && (
        <fieldset aria-describedby="klage-hjaelp">
          <legend>{complaint.heading}</legend>
          <p id="klage-hjaelp">{complaint.hint}</p>
          {complaint.fields.map((field) => (
            <Field key={field.name} field={field} range={range} />
          ))}
        </fieldset>
      )}
      <button type="submit">{form.button}</button>
    </form>
  )
}

function Field({ field, range, required }: FieldProps) {
  const { name, label, hint, value, isDate, error } = field
  const described = [hint !== null && `${name}-hjaelp`, error !== null && `${name}-fejl`].filter(Boolean)
  return (
    <div className={css.field} data-wrong={error === null ? undefined : ''}>
      <label htmlFor={name}>{label}</label>
      {hint !== null && <p id={`${name}-hjaelp`}>{hint}</p>}
      {error !== null && <strong id={`${name}-fejl`}>{error}</strong>}
      <input
        id={name}
        name={name}
        defaultValue={value}
        required={required}
        autoComplete="off"
        aria-invalid={error === null ? undefined : true}
        aria-describedby={described.join(' ') || undefined}
        {...(isDate ? { type: 'date', ...range } : { type: 'text', maxLength: 40 })}
      />
    </div>
  )
}

type FieldProps = {
  field: DeadlineField
  range: { min: string; max: string | undefined }
  required?: boolean
}
