/** Readers look for the header here. */
const SEARCHED = 1024

/**
 * A PDF as browsers open it: from its header on, which may come after blank lines or a byte order mark. null: no PDF.
 * A table within says at which byte each part stands, counted from the header or, by some programs, from the beginning of the
 * file; for those the header moves up and leaves a blank of the same length behind it.
 */
export function pdfFromHeader(data: Buffer): Buffer | null {
  const start = data.subarray(0, SEARCHED + HEADER.length).indexOf(HEADER)
  if (start < 0) return null
  const fromHeader = data.subarray(start)
  if (start === 0 || !countsFromBeginning(data)) return fromHeader
  const [line] = /^[^\r\n]{5,20}(\r\n|\r|\n)/.exec(fromHeader.subarray(0, 30).toString('latin1')) ?? []
  if (!line) return fromHeader
  return Buffer.concat([
    fromHeader.subarray(0, line.length),
    Buffer.alloc(start, ' '),
    fromHeader.subarray(line.length),
  ])
}

const HEADER = '%PDF-'

/** Whether the table stands where the end of the file says, counted from its first byte. */
function countsFromBeginning(data: Buffer): boolean {
  const end = data.subarray(-SEARCHED).toString('latin1')
  const offset = [...end.matchAll(/startxref\s+(\d{1,15})/g)].at(-1)?.[1]
  return (
    offset !== undefined &&
    /^\s*(xref|\d+\s+\d+\s+obj)/.test(data.subarray(Number(offset), Number(offset) + 40).toString('latin1'))
  )
}
