'use client'

import { toast } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { askCms } from '../ask/ask-cms.ts'
import { documentOfVersion } from './document-of-version.ts'
import { rideAlong } from './watch-saves.ts'

/** Where the admin shows a version of a document, notes which one is the newest: restoring says so to the server, which refuses it over a newer one. Says why it was refused. */
export function RestoreBase({ children }: { children: ReactNode }) {
  const document = documentOfVersion(usePathname() ?? '')
  useEffect(() => {
    if (document === null) return
    let end = () => {}
    let isOver = false
    const versions = `${document.replace(/\/\d+$/, '')}/versions/`
    void askCms<{ updatedAt: string }>('GET', `${document}?draft=true&depth=0`, {
      failed: '',
    }).then((found) => {
      if (isOver || !('updatedAt' in found)) return
      end = rideAlong({
        bodyOf: (path, method) =>
          method === 'POST' && path.startsWith(versions) ? { updatedAt: found.updatedAt } : null,
        refused: ({ message, fields }) => toast.error(fields.length > 0 ? lacking(fields) : message),
      })
    })
    return () => {
      isOver = true
      end()
    }
  }, [document])
  return children
}

/** What stood there has been deleted since, or the rules have changed: Payload says no more than that it went wrong. */
const lacking = (fields: readonly string[]): string =>
  `I den version er noget ikke, som det skal være i dag: ${fields.join(', ')}. Vælg »Hent frem som kladde« ved pilen, og ret det dér.`
