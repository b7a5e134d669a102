'use client'

import { PasswordField, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import css from './accounts.module.css'

/**
 * Asks for the password of whoever changes a password or an address, once one of them is changed; and says what is wrong with
 * a new password where Payload does not: it closes that field as soon as a save was tried.
 */
export function PresentPassword() {
  const { id } = useDocumentInfo()
  const { t } = useTranslation()
  const refused = useFormFields(([{ password }]) => {
    // So Payload opens it.
    const isOpened = password?.errorMessage === t('validation:required')
    return password?.value && password.valid === false && !isOpened ? password.errorMessage : undefined
  })
  const isAsked = useFormFields(([{ password, email }]) => {
    // The form has a password from the start, without a value; once it can be typed it is wrong until it is.
    const isPasswordOpen = Boolean(password?.value) || password?.valid === false
    return isPasswordOpen || (email !== undefined && email.value !== email.initialValue)
  })
  if (id === undefined || !isAsked) return null
  return (
    <div className="field-type">
      {refused && (
        <p className={css.problem} role="alert">
          Adgangskoden er ikke skiftet. {refused} Tryk på »Skift adgangskode«, og skriv en anden.
        </p>
      )}
      <PasswordField
        autoComplete="current-password"
        field={{ name: PATH, label: 'Din nuværende adgangskode' }}
        indexPath=""
        parentPath=""
        parentSchemaPath=""
        path={PATH}
        schemaPath={PATH}
        validate={isWritten}
      />
      <p className="field-description">
        Skriv den, du loggede ind med. Så kan ingen anden skifte adgangskode eller e-mailadresse ved din
        skærm.
      </p>
    </div>
  )
}

const PATH = 'currentPassword'

/** Whether it is right, the server judges. One function for all renderings, as Payload validates anew by each new one. */
const isWritten = (value: unknown) => Boolean(value) || 'Skriv din nuværende adgangskode.'
