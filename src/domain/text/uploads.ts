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
const MOST_OF_A_FILE = `${MOST_BYTES.file / 1_000_000} MB`

/** `JPEG, PNG, WebP, AVIF eller PDF, højst 25 MB` */
export const UPLOAD_LIMITS = `${KINDS.slice(0, -1)
  .map(({ name }) => name)
  .join(', ')} eller ${KINDS.at(-1)?.name}, højst ${MOST_OF_A_FILE}`

/** Why a file of so many bytes cannot be uploaded, in Danish; null if it can. */
export function sizeProblem(bytes: number): string | null {
  if (bytes <= MOST_BYTES.file) return null
  const megabytes = (bytes / 1_000_000).toLocaleString('da-DK', { maximumFractionDigits: 1 })
  return `Filen fylder ${megabytes} MB, og der kan højst lægges ${MOST_OF_A_FILE} op. Gør den mindre.`
}
