/** A value may have so many levels and members: an editor's largest page has a tenth of them. */
export const MOST_LEVELS = 128
export const MOST_MEMBERS = 100_000

/**
 * Whether a text that will be parsed as JSON has a bounded shape, found out without parsing it: a few kilobytes of
 * brackets cost a parser, and whatever walks the value, far more than their size.
 */
export function hasBoundedShape(json: Uint8Array): boolean {
  let levels = 0
  let members = 0
  let isInText = false
  for (let at = 0; at < json.length; at++) {
    const byte = json[at]
    if (isInText) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) isInText = false
    } else if (byte === QUOTE) isInText = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      levels += 1
      members += 1
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) levels -= 1
    else if (byte === COMMA) members += 1
    if (levels > MOST_LEVELS || members > MOST_MEMBERS) return false
  }
  return true
}

/**
 * The parts of a form (RFC 7578) that are no files: the CMS and Next parse them as JSON. Null if it has more parts than
 * any form of ours, or a part whose head does not end.
 */
export function textsOfForm(body: Buffer, boundary: string): Buffer[] | null {
  const texts: Buffer[] = []
  const mark = Buffer.from(`--${boundary}`)
  let parts = 0
  for (let start = body.indexOf(mark); start !== -1;) {
    parts += 1
    if (parts > MOST_PARTS) return null
    const next = body.indexOf(mark, start + mark.length)
    const part = body.subarray(start + mark.length, next === -1 ? body.length : next)
    const head = part.subarray(0, MOST_HEAD).toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
    if (head.length === MOST_HEAD) return null
    if (!isFile(head)) texts.push(part.subarray(head.length))
    start = next
  }
  return texts
}

/** By the first of its `Content-Disposition`, as whoever reads the form does; what looks like one elsewhere is none. */
function isFile(head: string): boolean {
  const [, disposition = ''] = /^content-disposition:([^\r\n]*)/im.exec(head) ?? []
  return /;\s*filename\*?=/i.test(disposition.replace(/"(?:\\.|[^"\\])*"/g, '""'))
}

const MOST_PARTS = 1000
/** Bytes before the content of a part. */
const MOST_HEAD = 4096

const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_LIST = 0x5b
const BACKSLASH = 0x5c
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d
