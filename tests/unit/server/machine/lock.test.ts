import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { purposeOf, tryLock, waitForLock } from '../../../../src/server/machine/lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'aalborg-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test.for(['lock', `${'long-name-'.repeat(15)}lock`])('%s is held by one at a time', async (name) => {
  const file = path.join(folder, name)
  const release = await tryLock(file)
  expect(release).not.toBeNull()
  expect(await tryLock(file)).toBeNull()
  await release?.()
  const again = await tryLock(file)
  expect(again).not.toBeNull()
  await again?.()
})

test('whoever waits gets the lock when it is let go', async () => {
  const file = path.join(folder, 'lock')
  const release = await waitForLock(file)
  const events: string[] = []
  const waiting = waitForLock(file).then((releaseSecond) => {
    events.push('second has it')
    return releaseSecond
  })
  expect(await tryLock(file)).toBeNull()
  events.push('first lets go')
  await release()
  const releaseSecond = await waiting
  expect(events).toEqual(['first lets go', 'second has it'])
  await releaseSecond()
})

test('only the account that holds a lock may ask what for', async () => {
  const file = path.join(folder, 'lock')
  expect(await purposeOf(file)).toBe('')
  const release = await tryLock(file, 'database')
  expect(await purposeOf(file)).toBe('database')
  expect(statSync(file).mode & 0o077).toBe(0)
  await release?.()
  const plain = await tryLock(file)
  expect(await purposeOf(file)).toBe('')
  await plain?.()
})

test('of many who find the lock of a killed process, one gets it', async () => {
  const file = path.join(folder, 'lock')
  const killed = `require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))`
  spawnSync(process.execPath, ['-e', killed, file])
  expect(existsSync(file)).toBe(true)
  const releases = await Promise.all(Array.from({ length: 20 }, () => tryLock(file)))
  const got = releases.filter((release) => release !== null)
  expect(got).toHaveLength(1)
  expect(await tryLock(file)).toBeNull()
  await got[0]?.()
})
