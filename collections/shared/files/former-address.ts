import type { PayloadRequest, UploadConfig } from 'payload'
import { KINDS } from '../../../src/domain/text/uploads.ts'
import type { Media } from '../../../src/payload-types.ts'
import { nameInPlace } from './file-names.ts'

/** As those of Payload's `upload.handlers`, but that it answers each request. */
type Handler = (...asked: Parameters<NonNullable<UploadConfig['handlers']>[number]>) => Promise<Response>

/**
 * Sends whoever asks for a file at an address that it had before it was replaced on to the present one: a file of another kind
 * has another extension, and a picture of another shape another size.
 */
export const withFormerAddresses =
  (handler: Handler): Handler =>
  async (request, args) => {
    const response = await handler(request, args)
    if (response.status !== 404) return response
    const asked = args.params.filename
    const name = await presentName(asked, request)
    if (!name || name === asked) return response
    return new Response(null, {
      status: 302,
      headers: { Location: encodeURI(name), 'Cache-Control': 'no-cache' },
    })
  }

async function presentName(asked: string, { payload }: PayloadRequest): Promise<string | null> {
  const [, stem, width, extension = ''] = NAME.exec(asked) ?? []
  if (!stem) return null
  const { docs } = await payload.db.find<Media>({
    collection: 'media',
    where: { filename: { in: EXTENSIONS.map((extension) => nameInPlace(`${stem}.x`, extension)) } },
    limit: 1,
    pagination: false,
  })
  const [doc] = docs
  const sizes = Object.values(doc?.sizes ?? {}).filter((size) => size.filename)
  const ofKind = sizes.filter(({ filename }) => filename?.endsWith(extension))
  const isAsWide = (size: { width?: number | null }) => size.width === Number(width)
  const size = width && (ofKind.find(isAsWide) ?? ofKind[0] ?? sizes.find(isAsWide) ?? doc?.sizes?.column)
  return (size && size.filename) || doc?.filename || null
}

/** As `newName` makes them, with what Payload adds: a number where the name was taken, and the size. */
const NAME = /^([a-z0-9-]{1,80}\.[0-9a-f]{16}(?:-\d{1,3})?)(?:-(\d{1,5})x\d{1,5})?(\.[a-z]{3,4})$/

const EXTENSIONS = KINDS.map(({ mime }) => (mime === 'image/jpeg' ? 'jpg' : (mime.split('/')[1] ?? '')))
