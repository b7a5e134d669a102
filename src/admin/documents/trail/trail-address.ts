import { ADMIN } from '../../../domain/addresses.ts'

/** Where »Seneste ændringer« is, below the admin. */
export const TRAIL_PATH = '/seneste-aendringer' as const

/** The same from the site's root. */
export const TRAIL_ADDRESS = `${ADMIN}${TRAIL_PATH}`
