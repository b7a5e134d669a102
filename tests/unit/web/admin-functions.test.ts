import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ADMIN_FUNCTIONS } from '../../../src/web/admin-functions.ts'

test('the admin may be asked for the functions that Payload has, and for nothing else', () => {
  const routes = createRequire(import.meta.url).resolve('@payloadcms/next/routes')
  const dist = routes.slice(0, routes.indexOf('dist') + 'dist'.length)
  const source = readFileSync(path.join(dist, 'utilities/handleServerFunctions.js'), 'utf8')
  const [, table = ''] = /const baseServerFunctions = \{(.*?)\n\};/s.exec(source) ?? []
  const names = [...table.matchAll(/^ +'?([\w-]+)'?: \w+,?$/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(8)
  expect([...ADMIN_FUNCTIONS]).toEqual(names)
  for (const name of ['constructor', '__proto__', 'toString', 'valueOf'])
    expect(ADMIN_FUNCTIONS.has(name)).toBe(false)
})
