import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SAFE_VERSIONS, versionHint } from '../../src/server/postgres/safe-versions.ts'

type Packages = Record<string, string>

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Packages
  devDependencies: Packages
}

/** Each `package version` that docs/advisories.md has a row for; a row may name several packages of one version. */
const looked = readFileSync('docs/advisories.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| .*\| \d/.test(line))
  .flatMap((line) => {
    const [, names = '', version = ''] = line.split('|').map((cell) => cell.trim())
    return names.split(', ').map((name) => `${name} ${version}`)
  })

test('advisories were looked up for each package at its version, and for no other', () => {
  const pinned = Object.entries({ ...dependencies, ...devDependencies }).map((entry) => entry.join(' '))
  expect(looked.toSorted()).toEqual(pinned.toSorted())
})

test('the check knows the same versions of PostgreSQL', () => {
  const [, found = ''] = /at least ([\d., or]+)\.\*\*/.exec(readFileSync('docs/advisories.md', 'utf8')) ?? []
  const known = Object.entries(SAFE_VERSIONS).map((version) => version.join('.'))
  expect(found.split(/, | or /).toSorted()).toEqual(known.toSorted())
})

test.for<[version: string, isEmbedded: boolean, told: RegExp | null]>([
  ['18.4', true, /indbyggede PostgreSQL er 18\.4 .*18\.7|embedded PostgreSQL is 18\.4 .*18\.7/],
  ['17.4 (Debian 17.4-1.pgdg120+2)', false, /17\.4 .*17\.12/],
  ['15.19', false, /15\.20/],
  ['15.20', false, null],
  ['18.10', false, null],
  ['19.0', false, null],
])('PostgreSQL %s', ([version, isEmbedded, told]) => {
  expect(versionHint(version, isEmbedded) ?? '').toMatch(told ?? /^$/)
})
