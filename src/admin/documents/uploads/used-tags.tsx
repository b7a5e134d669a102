'use client'

import { useField } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { type FileTag, fileTagsAddress } from '../../../domain/text/file-tags.ts'
import { askCms } from '../ask/ask-cms.ts'
import css from './uploads.module.css'

/** Below the subjects of a file: those of other files, to be added by a press. */
export function UsedTags({ path = 'tags' }: { path?: string }) {
  const { value, setValue, disabled } = useField<string[] | null>({ potentiallyStalePath: path })
  const tags = useFileTags()
  const chosen = Array.isArray(value) ? value : []
  const rest = tags.filter(({ tag }) => !chosen.includes(tag)).slice(0, 12)
  if (rest.length === 0 || disabled) return null
  return (
    <fieldset aria-label="Emner på andre filer" className={css.tags}>
      {rest.map(({ tag }) => (
        <button key={tag} type="button" onClick={() => setValue([...chosen, tag])}>
          <span aria-hidden="true">+ </span>
          {tag}
        </button>
      ))}
    </fieldset>
  )
}

/** The subjects that files have; none until the CMS has answered. */
export function useFileTags(): FileTag[] {
  const [tags, setTags] = useState<FileTag[]>([])
  useEffect(() => {
    const stop = new AbortController()
    void askCms<{ tags: FileTag[] }>('GET', fileTagsAddress, { failed: '', signal: stop.signal }).then(
      (answer) => {
        if (!stop.signal.aborted && !('problem' in answer)) setTags(answer.tags)
      },
    )
    return () => stop.abort()
  }, [])
  return tags
}
