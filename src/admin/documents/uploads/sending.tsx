'use client'

import { useForm, useFormFields } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { sizeProblem } from '../../../domain/text/uploads.ts'
import { sendWithProgress, type Progress } from './send-with-progress.ts'
import css from './uploads.module.css'

/** That the chosen file is too large; while the form sends it, how much of it has arrived. And the words of what Payload's field for files refuses. */
export function Sending() {
  const [progress, setProgress] = useState<Progress | null>(null)
  const label = useId()
  useEffect(() => sendWithProgress(setProgress), [])
  useDanishRefusal()
  const file = useFormFields(([fields]) => fields.file?.value)

  const hasArrived = progress !== null && progress.sent >= progress.bytes
  return (
    <div className={progress ? css.sending : undefined}>
      <p role="alert" className={css.problem}>
        {file instanceof File && sizeProblem(file.size)}
      </p>
      {/* Read out at its beginning and end, not at each step. */}
      <output>
        <span id={label}>{progress && (hasArrived ? 'Filen er sendt. Den gemmes …' : 'Sender filen …')}</span>
      </output>
      {progress && (
        <>
          <progress
            aria-labelledby={label}
            max={progress.bytes}
            value={hasArrived ? undefined : progress.sent}
          />
          <p>
            {inMegabytes(progress.sent)} af {inMegabytes(progress.bytes)} MB
          </p>
        </>
      )}
    </div>
  )
}

const inMegabytes = (bytes: number): string =>
  (bytes / 1_000_000).toLocaleString('da-DK', { maximumFractionDigits: 1, minimumFractionDigits: 1 })

/** Payload's sentences for a missing file are English in every language. */
function useDanishRefusal(): void {
  const said = useFormFields(([fields]) => fields.file?.errorMessage)
  const { dispatchFields } = useForm()
  useEffect(() => {
    const danish = DANISH[said ?? '']
    if (danish) dispatchFields({ type: 'UPDATE', path: 'file', errorMessage: danish })
  }, [said, dispatchFields])
}

const DANISH: Record<string, string> = {
  'A file is required.': 'Vælg en fil.',
  'A file name is required.': 'Giv filen et navn.',
}
