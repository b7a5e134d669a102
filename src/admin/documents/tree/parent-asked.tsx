'use client'

import { useDocumentInfo, useField, useFormInitializing } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** »Opret underside« says in the address of the form, `?parent=12`, below what the new page shall lie. */
export function ParentAsked() {
  const { id } = useDocumentInfo()
  const { setValue } = useField<number | null>({ path: 'parent' })
  const asked = useSearchParams()?.get('parent') ?? ''
  // What is set earlier is written over.
  const isInitializing = useFormInitializing()
  const isSet = useRef(false)
  useEffect(() => {
    if (id !== undefined || isInitializing || isSet.current || !/^[1-9]\d{0,8}$/.test(asked)) return
    isSet.current = true
    setValue(Number(asked))
  }, [id, isInitializing, asked, setValue])
  return null
}
