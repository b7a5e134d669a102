'use client'

import { FieldDescription, TextInput, useField } from '@payloadcms/ui'
import type { DefaultCellComponentProps, TextFieldClientComponent } from 'payload'
import { inPairs } from '../../domain/phone.ts'
import { TextCell } from '../lists/text-cell.tsx'

/** A phone number as visitors read it; what is stored is E.164. What is being typed is left as it is. */
export const PhoneField: TextFieldClientComponent = ({ field, path: staticPath, readOnly }) => {
  const { value, setValue, path, disabled, showError, customComponents } = useField<string | null>({
    potentiallyStalePath: staticPath,
  })
  return (
    <TextInput
      path={path}
      label={field.label}
      required={field.required ?? false}
      readOnly={readOnly || disabled}
      showError={showError}
      Description={<FieldDescription path={path} description={field.admin?.description} />}
      Error={customComponents?.Error}
      value={phoneText(value)}
      onChange={setValue}
    />
  )
}

/** A phone number in a list. */
export const PhoneCell = (props: DefaultCellComponentProps) => (
  <TextCell {...props} text={phoneText(props.cellData)} />
)

/** The phone numbers of a contact in a list. */
export const PhonesCell = (props: DefaultCellComponentProps) => {
  const phones = Array.isArray(props.cellData) ? (props.cellData as { number?: unknown }[]) : []
  return <TextCell {...props} text={phones.map(({ number }) => phoneText(number)).join(', ')} />
}

const phoneText = (value: unknown): string => (typeof value === 'string' ? inPairs(value) : '')
