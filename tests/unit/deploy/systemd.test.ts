import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const folder = path.resolve(import.meta.dirname, '../../../deploy/systemd')
const isThere = spawnSync('systemd-analyze', ['--version']).status === 0
if (!isThere) console.log('The units are not verified: systemd-analyze is not installed')

/** The units with the node that is here, the template as an instance of port 3001. */
const copies = mkdtempSync(path.join(os.tmpdir(), 'units-'))
afterAll(() => rmSync(copies, { recursive: true }))
const units = readdirSync(folder).map((file) => {
  const name = file.replace('@.', '@3001.')
  const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('/usr/bin/node', process.execPath)
  writeFileSync(path.join(copies, name), text)
  return { name, text }
})
const services = units.filter(({ name }) => name.endsWith('.service'))

describe.runIf(isThere)('systemd', () => {
  test.for(units)('takes $name without a word', ({ name }) => {
    const { stdout, stderr, status } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', '--recursive-errors=no', path.join(copies, name)],
      { encoding: 'utf8' },
    )
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
  })

  test.for(services)('finds $name well closed', ({ name }) => {
    const report = execFileSync('systemd-analyze', ['security', '--offline=true', path.join(copies, name)], {
      encoding: 'utf8',
    })
    const [, exposure] = /Overall exposure level for \S+: ([\d.]+)/.exec(report) ?? []
    // Of 10; 2.5 is where »OK« ends for this tool's own units.
    expect(Number(exposure)).toBeLessThan(2)
  })
})

test('there are units, and none starts by npm, which keeps a signal to itself', () => {
  expect(services.map(({ name }) => name)).toEqual([
    'aalborg-backup.service',
    'aalborg-database.service',
    'aalborg-site@3001.service',
  ])
  for (const { text } of services)
    expect(text).toMatch(/^ExecStart=\S+ src\/server\/run\.mjs [a-z]+\/[a-z-]+/m)
})
