import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { BlockView } from '../../../../src/content/pages/blocks.ts'
import { sharePicture } from '../../../../src/content/pages/share-picture.ts'

const publicFile = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, '../../../../public', name))

const picture = (width: number, height: number, alt: string): BlockView => ({
  type: 'image',
  src: `/api/media/file/${alt}.webp`,
  width,
  height,
  alt,
  caption: null,
  sources: [],
})

test('a page is shared with the first of its pictures that is large enough, by its whole address and in its size', () => {
  const blocks = [picture(320, 200, 'lille'), picture(1280, 720, 'stort'), picture(1280, 800, 'andet')]
  expect(sharePicture(blocks, 'Aalborg Kommune', 'https://eksempel.dk')).toEqual({
    url: 'https://eksempel.dk/api/media/file/stort.webp',
    width: 1280,
    height: 720,
    alt: 'stort',
  })
})

test('a page without one is shared with the picture of the site, which has the size that is told', async () => {
  const { url, width, height, alt } = sharePicture(
    [picture(320, 200, 'lille')],
    'Aalborg Kommune',
    'https://eksempel.dk',
  )
  expect(url).toBe('https://eksempel.dk/deling.png')
  expect(alt).toBe('Aalborg Kommune')
  const file = publicFile('deling.png')
  expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width, height })
  expect([width, height]).toEqual([1200, 630])
  expect(file.length).toBeLessThan(50_000)
})

test('favicon.ico holds the mark in 16, 32 and 48 pixels', async () => {
  const file = publicFile('favicon.ico')
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 3])
  for (const [index, size] of [16, 32, 48].entries()) {
    const entry = 6 + 16 * index
    const [length, start] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)]
    expect(file[entry]).toBe(size)
    const inside = await sharp(file.subarray(start, start + length)).metadata()
    expect(inside).toMatchObject({ format: 'png', width: size, height: size })
  }
  expect(file.length).toBeLessThan(5000)
})
