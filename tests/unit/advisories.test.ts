import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

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
