import { z } from 'zod'
import { documentsAddress } from '../addresses.ts'

/** Where the CMS has the saved views of a list. */
export const viewsAddress = (slug: string): string => `${documentsAddress(slug)}/views`

/** A view of a list that somebody has saved: what is asked for, under a name. */
export type SavedView = {
  id: number
  name: string
  /** The query of the list's address. */
  query: string
  isMine: boolean
  isShared: boolean
  /** Whose it is. */
  by: string | null
}

/** What an address of a list may ask for; where one is on it, and how many documents it has, is not part of a view. */
const PART = /^(search|sort|columns|limit|groupBy|where(\[[\w.]{1,200}\])+)$/

/** The part of a list's address that a view keeps, in a fixed order. */
export function viewQuery(query: string | URLSearchParams): string {
  const kept = [...new URLSearchParams(query)].filter(([name, value]) => PART.test(name) && value !== '')
  return new URLSearchParams(kept).toString()
}

/** As it is saved. */
export const newView = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Skriv, hvad visningen skal hedde.')
    .max(60, 'Navnet må højst have 60 tegn.'),
  query: z
    .string()
    .max(4000, 'Der er for mange betingelser til, at visningen kan gemmes.')
    .transform(viewQuery)
    .refine((query) => query !== '', 'Søg, sortér eller vælg et filter først.'),
  isShared: z.boolean(),
})
