'use client'

import { RadioGroupField, useField } from '@payloadcms/ui'
import { type ComponentProps, useEffect } from 'react'

/** All or some boxes: a new block shows all, and says so. */
export function WhichBoxes(props: ComponentProps<typeof RadioGroupField>) {
  const { formInitializing, setValue, value } = useField<string | undefined>({ path: props.path })
  useEffect(() => {
    if (!formInitializing && !value) setValue('all')
  }, [formInitializing, setValue, value])
  return <RadioGroupField {...props} />
}
