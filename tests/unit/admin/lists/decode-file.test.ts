import { expect, test } from 'vitest'
import { decodeFile } from '../../../../collections/lists/decode-file.ts'

const text = 'Gammel adresse;Fører til\n/Æ;/ø'

test.for<[string, Uint8Array, ReturnType<typeof decodeFile>]>([
  ['UTF-8', Buffer.from(text), { text, isUtf8: true }],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), { text, isUtf8: true }],
  ['Latin-1', Buffer.from(text, 'latin1'), { text, isUtf8: false }],
  ['UTF-16', Buffer.from(text, 'utf16le'), null],
  ['a workbook', Buffer.from('PK\u0003\u0004\0\0', 'latin1'), null],
])('%s', ([, bytes, read]) => expect(decodeFile(bytes)).toEqual(read))
