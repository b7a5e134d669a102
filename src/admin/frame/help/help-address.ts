import { ADMIN, documentAddress } from '../../../domain/addresses.ts'

/** Where the help is, below the admin. */
export const HELP_PATH = '/hjaelp' as const

/** The same from the site's root. */
export const HELP_ADDRESS = `${ADMIN}${HELP_PATH}`

/** Where the CMS has a picture of it. @param name such as `log-ind.webp` */
export const helpPictureAddress = (name: string): string => documentAddress('help', name)
