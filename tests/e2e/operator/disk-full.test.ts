import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { logIn } from '../tools/admin.ts'
import { type RunningSite, runStart, startSite } from '../tools/start-site.ts'

const disk = mkdtempSync(path.join(os.tmpdir(), 'disk-'))
// Only root may make such a small disk.
const isSmall = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', disk]).status === 0
afterAll(() => {
  if (isSmall) spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

describe.skipIf(!isSmall)('while the disk is full', () => {
  const filler = path.join(disk, 'filler')
  let site: RunningSite
  let token: string
  let picture: Buffer

  beforeAll(async () => {
    site = await startSite({ DATA_DIR: path.join(disk, 'data') })
    token = (await logIn(site.url)).token
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
    const create = { width: 1600, height: 1200, channels: 3, background: '#123456', noise } as const
    picture = await sharp({ create }).png().toBuffer()
  })
  afterAll(() => site?.stop())

  async function upload(name: string) {
    const body = new FormData()
    body.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), name)
    body.set('_payload', JSON.stringify({ alt: 'Et billede' }))
    const headers = { authorization: `JWT ${token}` }
    const answer = await fetch(`${site.url}/api/media`, { method: 'POST', headers, body })
    return { status: answer.status, text: await answer.text() }
  }

  test.each([4_000_000, 0])(
    'an upload is refused in words with %i bytes left, and told in the log',
    async (left) => {
      fill(filler, left)
      const files = readdirSync(path.join(site.dataDir, 'media'))
      const { status, text } = await upload(`med-${left}.png`)
      expect([status, text]).toEqual([507, expect.stringContaining('Der er ikke plads til filen')])
      expect(readdirSync(path.join(site.dataDir, 'media'))).toEqual(files)
      await vi.waitFor(
        () => expect(site.output()).toMatch(/"level":"error".*"event":"disk-full".*"status":507/),
        { timeout: 10_000 },
      )
    },
  )

  test('a backup ends with one line and leaves nothing', async () => {
    fill(filler, 0)
    const started = runStart({ DATA_DIR: site.dataDir }, [
      process.execPath,
      '--conditions=production',
      'src/server/run.mjs',
      'backup/backup',
    ])
    expect(await started.ended).toBe(1)
    const told = started
      .lines()
      .filter(({ event }) => event === 'failed')
      .map(({ msg }) => msg)
    expect(told).toEqual([expect.stringMatching(/^Disken er fuld.*prøv igen\.$/)])
    const backups = path.join(site.dataDir, 'backups')
    expect(existsSync(backups) ? readdirSync(backups) : []).toEqual([])
  })

  test('with room again it is taken', async () => {
    rmSync(filler)
    await vi.waitFor(async () => expect(await upload('igen.png')).toMatchObject({ status: 201 }), {
      timeout: 30_000,
      interval: 500,
    })
  })

  /** Writes until so many bytes are left. */
  function fill(file: string, left: number): void {
    const block = Buffer.alloc(64 * 1024)
    const open = openSync(file, 'a')
    try {
      for (;;) {
        const { bavail, bsize } = statfsSync(disk)
        if (bavail * bsize <= left) break
        writeSync(open, block)
      }
    } catch {
      // Full.
    } finally {
      closeSync(open)
    }
  }
})
