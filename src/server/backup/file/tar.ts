import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/** A file within a tar file: where its bytes are. */
export type Entry = { name: string; offset: number; size: number }

const BLOCK = 512
/** What eleven octal digits hold: larger needs forms that not every tar reads. */
const MOST_BYTES = 8 ** 11 - 1

/**
 * Writes a tar file (POSIX.1-2001 ustar; pax headers for long names) into an open file. `add` takes the entries one after
 * the other, each with its exact size, and answers its SHA-256 in hex; `finish` writes the end.
 * @param seconds since 1970: the time that all entries bear
 */
export function tarWriter(file: FileHandle, seconds: number) {
  const write = (bytes: Buffer) => file.appendFile(bytes)
  return {
    async add(
      name: string,
      size: number,
      content: AsyncIterable<Buffer> | Iterable<Buffer>,
    ): Promise<string> {
      if (size > MOST_BYTES) throw new Error(`${name} is too large for a tar file`)
      if (Buffer.byteLength(name) > 100) {
        const record = paxRecord(name)
        await write(header({ name: 'pax', size: record.length, seconds, type: 'x' }))
        await write(padded(record))
      }
      await write(header({ name, size, seconds, type: '0' }))
      const hash = createHash('sha256')
      let written = 0
      for await (const bytes of content) {
        hash.update(bytes)
        await write(bytes)
        written += bytes.length
      }
      if (written !== size) throw new Error(`${name} has ${written} bytes instead of ${size}`)
      await write(Buffer.alloc(padding(size)))
      return hash.digest('hex')
    },
    finish: () => write(Buffer.alloc(2 * BLOCK)),
  }
}

/**
 * The entries of a tar file, in order, without reading what is in them.
 * @throws an Error if a header is damaged or the file ends before its end is marked
 */
export async function* entriesOf(file: FileHandle): AsyncGenerator<Entry> {
  let longName: string | null = null
  for (let position = 0; ;) {
    const block = await readExactly(file, position, BLOCK)
    if (block.every((byte) => byte === 0)) return
    const size = octal(block, 124, 12)
    if (octal(block, 148, 8) !== checksum(block)) throw new Error('a header is damaged')
    const offset = position + BLOCK
    if (block.toString('latin1', 156, 157) === 'x') {
      const record = (await readExactly(file, offset, size)).toString()
      longName = /^\d+ path=(.*)\n$/s.exec(record)?.[1] ?? null
    } else {
      yield { name: longName ?? text(block, 0, 100), offset, size }
      longName = null
    }
    position = offset + size + padding(size)
  }
}

async function readExactly(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(length), position })
  if (bytesRead < length) throw new Error('it ends too early')
  return buffer
}

function header(entry: { name: string; size: number; seconds: number; type: string }): Buffer {
  const block = Buffer.alloc(BLOCK)
  block.write(cutName(entry.name), 0)
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${entry.size.toString(8).padStart(11, '0')}\0`, 124)
  block.write(`${entry.seconds.toString(8).padStart(11, '0')}\0`, 136)
  block.write(entry.type, 156)
  block.write('ustar\x0000', 257)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** Where the pax header has the whole name, programs that do not know pax see its end. */
function cutName(name: string): string {
  return Buffer.byteLength(name) > 100 ? Buffer.from(name).subarray(-100).toString('latin1') : name
}

/** The sum of the header's bytes, its own eight taken as blanks. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0)
}

/** `LENGTH path=NAME`, whose length counts its own digits. */
function paxRecord(name: string): Buffer {
  const rest = ` path=${name}\n`
  const bytes = Buffer.byteLength(rest)
  const digits = String(bytes + String(bytes).length).length
  return Buffer.from(`${bytes + digits}${rest}`)
}

function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(padding(bytes.length))])
}

function text(block: Buffer, start: number, length: number): string {
  const field = block.subarray(start, start + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end < 0 ? length : end)
}

function octal(block: Buffer, start: number, length: number): number {
  const digits = text(block, start, length).trim()
  if (!/^[0-7]+$/.test(digits)) throw new Error('a header is damaged')
  return Number.parseInt(digits, 8)
}
