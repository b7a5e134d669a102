'use client'

import { PasswordField, useDocumentInfo, useFormFields } from '@payloadcms/ui'

/** Asks for the password of whoever changes a password or an address, once one of them is changed. */
export function PresentPassword() {
  const { id } = useDocumentInfo()
  const isAsked = useFormFields(([{ password, email }]) => {
    // The form has a password from the start, without a value; once it can be typed it is wrong until it is.
    const isPasswordOpen = Boolean(password?.value) || password?.valid === false
    return isPasswordOpen || (email !== undefined && email.value !== email.initialValue)
  })
  if (id === undefined || !isAsked) return null
  return (
    <div className="field-type">
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
