import { useConfig } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { documentsAddress } from '../../../domain/addresses.ts'
import type { NameOf } from './text/say-value.ts'

/** What documents are called. A name that is asked for is fetched, and there in a later rendering. */
export function useNames(): NameOf {
  const { getEntityConfig } = useConfig()
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const asked = useRef(new Set<string>())
  const missing = useRef(new Set<string>())

  useEffect(() => {
    const wanted = [...missing.current].filter((key) => !asked.current.has(key))
    missing.current.clear()
    if (wanted.length === 0) return
    for (const key of wanted) asked.current.add(key)
    for (const slug of new Set(wanted.map((key) => key.slice(0, key.lastIndexOf(':'))))) {
      const title = getEntityConfig({ collectionSlug: slug })?.admin?.useAsTitle ?? 'id'
      const ids = wanted.filter((key) => key.startsWith(`${slug}:`)).map((key) => key.slice(slug.length + 1))
      void fetchNames(slug, ids, title).then((found) => setNames((last) => new Map([...last, ...found])))
    }
  })

  return (slug, id) => {
    const key = `${slug}:${String(id)}`
    if (!names.has(key)) missing.current.add(key)
    return names.get(key)
  }
}

/** None when they cannot be had: a number says it then. */
async function fetchNames(slug: string, ids: string[], title: string): Promise<[string, string][]> {
  try {
    const query = new URLSearchParams({
      'where[id][in]': ids.slice(0, 100).join(','),
      [`select[${title}]`]: 'true',
      depth: '0',
      draft: 'true',
      limit: '100',
    })
    const response = await fetch(`${documentsAddress(slug)}?${query.toString()}`)
    const { docs } = (await response.json()) as { docs: Record<string, unknown>[] }
    return docs.flatMap((doc) => {
      const name = doc[title]
      return typeof name === 'string' ? [[`${slug}:${String(doc.id)}`, name] as [string, string]] : []
    })
  } catch {
    return []
  }
}
