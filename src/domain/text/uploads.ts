import { MOST_BYTES } from '../addresses.ts'

/** What can be uploaded, by content: no SVG, HTML or XML, because they can contain scripts. */
export const KINDS = [
  { name: 'JPEG', mime: 'image/jpeg' },
  { name: 'PNG', mime: 'image/png' },
  { name: 'WebP', mime: 'image/webp' },
  { name: 'AVIF', mime: 'image/avif' },
  { name: 'PDF', mime: 'application/pdf' },
]

/** `25 MB` */
export const MOST_OF_A_FILE = `${MOST_BYTES.file / 1_000_000} MB`

/** `JPEG, PNG, WebP, AVIF eller PDF, højst 25 MB` */
export const UPLOAD_LIMITS = `${KINDS.slice(0, -1)
  .map(({ name }) => name)
  .join(', ')} eller ${KINDS.at(-1)?.name}, højst ${MOST_OF_A_FILE}`
