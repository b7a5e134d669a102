import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startSite } from '../e2e/tools/start-site.ts'
import { addressOfPostgres } from '../../src/server/postgres/postgres.ts'
import { type Drill, inSeconds } from './drill.ts'
import { startSaves } from './tools/saves.ts'
import { showsOnAll, untilMade } from './tools/sites.ts'
import { startVisits } from './tools/visits.ts'

/** The disk with DATA_DIR, embedded PostgreSQL included, is full for a while. Only root may make such a small disk. */
export const drill: Drill = {
  name: 'disk-full',
  async run() {
    const disk = mkdtempSync(path.join(os.tmpdir(), 'disk-'))
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', disk]).status !== 0)
      return {
        done: 'nothing: it takes root to make a small disk',
        failedViews: 0,
        lostSaves: 0,
        recovery: '–',
        promise: { text: 'saves go on within 30 s', broken: [] },
      }
    const site = await startSite({ DATA_DIR: path.join(disk, 'data') })
    try {
      await untilMade(site.url)
      const databaseUrl = addressOfPostgres(site.dataDir) ?? ''
      const visits = startVisits([site.url])
      const saves = await startSaves([site.url])
      await delay(3_000)
      const filler = path.join(disk, 'filler')
      const fullUntil = performance.now() + FULL
      // Again and again, as PostgreSQL frees some space for itself.
      while (performance.now() < fullUntil) {
        fill(filler, disk)
        await delay(200)
      }
      rmSync(filler)
      const freedAt = performance.now()
      const goesOn = (await saves.firstAfter(freedAt)) - freedAt
      await delay(3_000)
      const { acknowledged, refused, unkind } = await saves.stop()
      const shown = await showsOnAll([site.url])
      const { views, failed, problems } = await visits.stop()
      return {
        done: `disk full for ${inSeconds(FULL)}; ${views} views, ${acknowledged} saves, ${refused} told to try again`,
        failedViews: failed,
        lostSaves: await saves.countLost(databaseUrl),
        recovery: `saves ${inSeconds(goesOn)} after there was room; shown in ${inSeconds(shown)}`,
        promise: {
          text: 'saves go on within 30 s',
          broken: [...problems, ...unkind, ...(goesOn < 30_000 ? [] : [`saves took ${inSeconds(goesOn)}`])],
        },
      }
    } finally {
      await site.stop()
      spawnSync('umount', [disk])
      rmSync(disk, { recursive: true, force: true })
    }
  },
}

function fill(file: string, disk: string): void {
  const block = Buffer.alloc(64 * 1024)
  const open = openSync(file, 'a')
  try {
    while (statfsSync(disk).bavail > 0) writeSync(open, block)
  } catch {
    // Full.
  } finally {
    closeSync(open)
  }
}

const FULL = 15_000
