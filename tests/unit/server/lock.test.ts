import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tryLock, waitForLock } from '../../../src/server/lock.ts'

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
