import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

test('`npm run build` makes ahead every program of the server', () => {
  const programs = JSON.parse(read('src/server/build/programs.json')) as string[]
  const { entry } = JSON.parse(read('knip.json')) as { entry: string[] }
  const entries = entry.flatMap((file) => /^src\/server\/(.+)\.ts$/.exec(file)?.[1] ?? [])
  expect(programs.toSorted()).toEqual(entries.toSorted())
  expect(programs.filter((name) => !existsSync(path.join(root, `src/server/${name}.ts`)))).toEqual([])
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const started = Object.values(scripts).flatMap((script) => /run\.mjs (\S+)/.exec(script)?.[1] ?? [])
  expect(started.filter((name) => !programs.includes(name))).toEqual([])
})

test('npm runs every program itself, not by a shell that would take its signals', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  expect(
    Object.values(scripts).filter((script) => /\bnode\b/.test(script) && !script.startsWith('exec ')),
  ).toEqual([])
})
