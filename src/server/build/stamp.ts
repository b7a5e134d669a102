import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { root } from '../root.ts'

/** What proves that a build is whole: the sources it was made from, and each file it made with its size in bytes. */
const stamp = z.object({ inputs: z.string(), files: z.record(z.string(), z.int()) })

const stampFile = path.join(root, '.next/whole.json')

/** Folders of `.next` that a running site does not read. */
const unread = new Set(['cache', 'dev', 'diagnostics', 'types', 'whole.json', 'trace', 'trace-build'])

/** Why the build in this folder cannot be used for sources with this hash; null if it can. */
export function whyNoBuild(inputs: string): string | null {
  if (!existsSync(stampFile)) return 'no finished build'
  const read = stamp.safeParse(parse(readFileSync(stampFile, 'utf8')))
  if (!read.success) return 'no finished build'
  if (read.data.inputs !== inputs) return 'the sources have changed'
  for (const [file, bytes] of Object.entries(read.data.files)) {
    const found = statSync(path.join(root, file), { throwIfNoEntry: false })
    if (found?.size !== bytes) return `${file} is missing or not whole`
  }
  return null
}

/** Removes the proof: what is built from now on is not whole until `stampBuild`. */
export function unstamp(): void {
  rmSync(stampFile, { force: true })
}

/** Writes the proof for the build as it stands there now. */
export function stampBuild(inputs: string): void {
  const files = [...filesIn('.next'), ...filesIn('public/build')]
  const sizes = files.map((file) => [file, statSync(path.join(root, file)).size] as const)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ inputs, files: Object.fromEntries(sizes) }))
}

function filesIn(folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return []
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(({ name }) => folder !== '.next' || !unread.has(name))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesIn(name)
      return entry.isFile() ? [name] : []
    })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
