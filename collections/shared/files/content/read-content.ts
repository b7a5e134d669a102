import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Metadata } from 'sharp'
import { KINDS } from '../../../../src/domain/text/uploads.ts'
import { Refusal } from '../../border/refusal.ts'
import { pdfFromHeader } from './pdf-header.ts'

type Content = { data: Buffer; mime: string; ext: string }

/**
 * What a file is, by its content, and as it is stored: a picture turned the right way up and without position, author and the
 * like; a PDF from its header on. Throws a Refusal for what cannot be uploaded, and as sharp does for what is no picture.
 */
export async function readContent(sent: Buffer): Promise<Content> {
  if (sent.length === 0) throw new Refusal('Filen er tom. Gem den igen i det program, den kommer fra.')
  const kind = await fileTypeFromBuffer(sent)
  if (!kind || kind.mime === 'application/pdf') {
    const data = pdfFromHeader(sent)
    if (data) return { data, mime: 'application/pdf', ext: 'pdf' }
  }
  if (!kind || !KINDS.some(({ mime }) => mime === kind.mime))
    throw new Refusal(
      'Filer af den slags kan ikke lægges op her. Det er indholdet, der tæller, ikke hvad filen hedder.',
    )
  if (!kind.mime.startsWith('image/')) return { data: sent, ...kind }
  await refuseTooManyPoints(sent)
  return { data: await withoutMaker(sent), mime: kind.mime, ext: kind.ext }
}

/** A small file may be a picture that takes gigabytes to work on. */
async function refuseTooManyPoints(data: Buffer): Promise<void> {
  const { width, height } = await sharp(data, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ width: 0, height: 0 }))
  if (width * height > MOST_POINTS)
    throw new Refusal(
      `Billedet har for mange punkter: ${width} × ${height}. Gør det mindre, for eksempel til 4000 punkter på den lange led.`,
    )
}

/** More than what most telephones take. */
const MOST_POINTS = 64_000_000

/** A picture that tells nothing besides itself stays as it is; another is written anew, with its colours (ICC) only. */
async function withoutMaker(data: Buffer): Promise<Buffer> {
  const about = await sharp(data).metadata()
  if (!tellsMore(about) && !hasComment(data)) return data
  const isMoving = (about.pages ?? 1) > 1
  const picture = sharp(data, { animated: isMoving })
  const upright = isMoving ? picture : picture.autoOrient()
  // Browsers show the colours of print each in its own way.
  const coloured = about.space === 'cmyk' ? upright : upright.keepIccProfile()
  switch (about.format) {
    case 'jpeg':
      return coloured.jpeg({ quality: 95, chromaSubsampling: about.chromaSubsampling }).toBuffer()
    case 'png':
      return coloured.png().toBuffer()
    case 'webp':
      return coloured.webp({ quality: 95 }).toBuffer()
    default:
      return coloured.avif({ quality: 80, effort: 2 }).toBuffer()
  }
}

const tellsMore = ({ exif, xmp, iptc, comments, tifftagPhotoshop }: Metadata): boolean =>
  Boolean(exif || xmp || iptc || tifftagPhotoshop || comments?.length)

/** Whether a JPEG holds a comment, which sharp does not tell of: among what stands before its picture (ISO 10918-1, B.1.1). */
function hasComment(data: Buffer): boolean {
  if (data.readUInt16BE(0) !== 0xffd8) return false
  for (let at = 2; at + 4 <= data.length && data[at] === 0xff; at += 2 + data.readUInt16BE(at + 2)) {
    if (data[at + 1] === 0xda) return false
    if (data[at + 1] === 0xfe) return true
  }
  return false
}
