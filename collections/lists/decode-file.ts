/**
 * The text of a CSV file: UTF-8 if it can be that, with or without a byte order mark; else as Windows and Excel in Denmark
 * write it (Windows-1252, of which Latin-1 is a part). Null if it is no text, such as a workbook or UTF-16.
 */
export function decodeFile(bytes: Uint8Array): { text: string; isUtf8: boolean } | null {
  // No CSV has a zero byte: UTF-16 and workbooks have.
  if (bytes.includes(0)) return null
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isUtf8: true }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isUtf8: false }
  }
}
