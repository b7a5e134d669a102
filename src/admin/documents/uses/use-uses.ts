import { useEffect, useState } from 'react'
import { usesAddress } from '../../../domain/addresses.ts'

export type Use = {
  slug: string
  id: number | null
  name: string
  isPublic: boolean
  isPlanned: boolean
  isBelow: boolean
}

/** The published pages that show the document with all of its list. */
export type Shown = { total: number; pages: { id: number; title: string }[]; isWhole: boolean }

export type Uses = { total: number; uses: Use[]; shown: Shown | null }

/**
 * Where a document is used, as the CMS tells it; null until it does.
 * @param id undefined: it is not saved yet, and nothing is asked
 * @param when it is asked again when this is another
 */
export function useUses(slug: string, id: number | string | undefined, when: string): Uses | 'failed' | null {
  const [answer, setAnswer] = useState<Uses | 'failed' | null>(null)
  // What stands after the sign is not sent.
  const address = id === undefined ? null : `${usesAddress(slug, id)}#${when}`
  useEffect(() => {
    if (address === null) return
    const stop = new AbortController()
    const load = async () => {
      const next = await ask(address, stop.signal)
      if (!stop.signal.aborted) setAnswer(next)
    }
    void load()
    return () => stop.abort()
  }, [address])
  return answer
}

async function ask(address: string, signal: AbortSignal): Promise<Uses | 'failed'> {
  try {
    const response = await fetch(address, { signal })
    return response.ok ? await response.json() : 'failed'
  } catch {
    return 'failed'
  }
}
