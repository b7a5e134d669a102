import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readContent } from '../../../collections/shared/files/content/read-content.ts'

const plain = sharp({ create: { width: 60, height: 40, channels: 3, background: '#246' } })

test.for(['jpeg', 'png', 'webp', 'avif'] as const)(
  'a %s is stored upright, with its colours, and tells nobody',
  async (format) => {
    const sent = await plain
      .clone()
      .withExif({ IFD0: { Artist: 'Frida Fotograf' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .toFormat(format)
      .toBuffer()
    expect(sent.includes('Frida')).toBe(true)
    const { data, mime } = await readContent(sent)
    expect([mime, data.includes('Frida')]).toEqual([`image/${format}`, false])
    const { width, height, orientation, exif, icc } = await sharp(data).metadata()
    expect([width, height, orientation, exif, Boolean(icc)]).toEqual([40, 60, undefined, undefined, true])
  },
)

test('a picture that tells nothing stays byte for byte', async () => {
  const sent = await plain.clone().jpeg().toBuffer()
  expect((await readContent(sent)).data).toBe(sent)
})

test('an empty file is told to be empty', () =>
  expect(readContent(Buffer.alloc(0))).rejects.toThrow('Filen er tom.'))

test.for(['MZ a program', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a'])('%j is refused', (text) =>
  expect(readContent(Buffer.from(text))).rejects.toThrow('Filer af den slags kan ikke lægges op her.'),
)
