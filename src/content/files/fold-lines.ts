const MOST_OCTETS = 75

/**
 * Folds a file of CRLF lines into lines of at most 75 octets, as iCalendar (RFC 5545, 3.1) and vCard (RFC 2426, 2.6)
 * require. It never splits a character or an escape (`\,`), because some programs read escapes before they unfold. Lines
 * that are folded already are folded again. Control characters, which neither format allows, are left out.
 */
export function foldLines(file: string): string {
  return file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => fold(line.replaceAll(/[^\P{Cc}\t]/gu, '')))
    .join('\r\n')
}

function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const [unit] of line.matchAll(/\\?./gsu)) {
    const length = Buffer.byteLength(unit)
    if (octets + length > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += unit
    octets += length
  }
  return folded
}
