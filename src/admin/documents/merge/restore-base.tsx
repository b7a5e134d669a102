'use client'

import { toast } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect } from 'react'
import { documentOfVersion } from '../../../domain/addresses.ts'
import { askCms } from '../ask-cms.ts'
import { restoreOn } from './watch-saves.ts'

/** Where the admin shows a version of a document, notes which one is the newest: restoring says so to the server, which refuses it over a newer one. */
export function RestoreBase({ children }: { children: ReactNode }) {
  const document = documentOfVersion(usePathname())
  useEffect(() => {
    if (document === null) return
    let end = () => {}
    let isOver = false
    void askCms<{ updatedAt: string }>('GET', `${document}?draft=true&depth=0`, { failed: '' }).then(
      (newest) => {
        if (!isOver && 'updatedAt' in newest)
          end = restoreOn(document, newest.updatedAt, (why) => toast.error(why))
      },
    )
    return () => {
      isOver = true
      end()
    }
  }, [document])
  return children
}
