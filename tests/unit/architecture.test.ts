import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { timelyTests } from '../timely.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** What each room may import from our own code. `!` means only as types. */
const arrows: Record<string, string[]> = {
  'src/domain': [],
  'src/database': ['!src/domain'],
  'src/content': ['src/domain', '!src/database', 'payload.config.ts', '!src/payload-types.ts'],
  // Letters and how they are sent, for the CMS and the server alike.
  'src/mail': ['src/domain'],
  'src/components': ['src/domain', '!src/content'],
  'src/enhance': ['src/domain'],
  'src/pages': ['src/components', 'src/content', 'src/web', 'src/domain'],
  'src/web': ['src/domain', 'src/content', 'src/components', 'src/database', 'payload.config.ts'],
  // The set-up runs the migrations and fills in the first content.
  'src/server': [
    'src/domain',
    'src/database',
    'src/mail',
    'src/web',
    'content',
    'migrations',
    'payload.config.ts',
  ],
  // The previews use the site's components.
  'src/admin': [
    'src/domain',
    'src/mail',
    'src/components',
    'src/web',
    'src/database',
    '!src/content',
    '!src/payload-types.ts',
  ],
  // Payload's own files.
  'src/app': ['payload.config.ts', 'src/admin', 'src/web'],
  collections: ['src/domain', 'src/mail', '!src/content', '!src/payload-types.ts'],
  content: ['src/domain', '!src/payload-types.ts'],
  migrations: [],
  // It gives the clock to what is planned.
  'payload.config.ts': ['collections', 'src/admin', 'src/database', 'src/web'],
  'next.config.ts': ['src/admin'],
}

/** The packages a room may use; `!` means the same as above. A room that is not listed may use any. */
const packages: Record<string, string[]> = {
  // zod, as the rules say what a form's values must look like before they judge them.
  // zxcvbn is loaded where a password is set only.
  'src/domain': [
    'temporal-polyfill',
    'libphonenumber-js',
    'zod',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    '@zxcvbn-ts/language-en',
    'otpauth',
    'node-diff3',
  ],
  'src/enhance': [],
  'src/components': ['react'],
  content: ['!@payloadcms/richtext-lexical'],
}

type Import = { file: string; target: string; isTypes: boolean }

const folders = ['src', 'collections', 'content', 'migrations']
const sources = [...folders, 'payload.config.ts', 'next.config.ts']
  .flatMap(filesUnder)
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
const texts = new Map(sources.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))
const imports = [...texts].flatMap(([file, text]) => importsOf(file, text))

test('every source file has a room', () => {
  expect(imports.length).toBeGreaterThan(200)
  expect(sources.filter((file) => file !== 'src/payload-types.ts' && !roomOf(file))).toEqual([])
})

test.for(Object.entries(arrows))('%s imports only what it may', ([room, allowed]) => {
  const wrong = imports.filter(({ file, target, isTypes }) => {
    const other = roomOf(target) ?? target
    if (roomOf(file) !== room || isPackage(target) || other === room) return false
    return !allowed.includes(other) && !(isTypes && allowed.includes(`!${other}`))
  })
  expect(wrong).toEqual([])
})

test.for(Object.entries(packages))('%s uses only the packages it may', ([room, allowed]) => {
  const wrong = imports.filter(({ file, target, isTypes }) => {
    if (roomOf(file) !== room || !isPackage(target)) return false
    return !allowed.some((name) => matches(target, name) || (isTypes && name === `!${target}`))
  })
  expect(wrong).toEqual([])
})

test('the server imports only the handover from the code that Next bundles', () => {
  const meetings = imports.filter(
    ({ file, target }) => roomOf(file) === 'src/server' && roomOf(target) === 'src/web',
  )
  expect([...new Set(meetings.map(({ target }) => target))]).toEqual(['src/web/handover.ts'])
})

test('the environment is read only where a process starts', () => {
  const readers = sources.filter((file) => /\bprocess\.env\b/.test(withoutComments(texts.get(file) ?? '')))
  expect(readers.filter((file) => !file.startsWith('src/server/')).toSorted()).toEqual([
    'collections/shared/environment.ts',
    // The build writes it into the page.
    'src/components/frame/document.tsx',
  ])
})

test('nobody imports the pages', () => {
  expect(imports.filter(({ target }) => roomOf(target) === 'src/pages')).toEqual([])
})

test('only the CMS, the server and the code between them use Payload', () => {
  const rooms = new Set(
    imports
      .filter(({ target, isTypes }) => !isTypes && /^(payload|@payloadcms\/.*)$/.test(target))
      .map(({ file }) => roomOf(file)),
  )
  expect([...rooms].toSorted()).toEqual(
    [
      'collections',
      'migrations',
      'next.config.ts',
      'payload.config.ts',
      'src/admin',
      'src/app',
      'src/content',
      'src/server',
      'src/web',
    ].toSorted(),
  )
})

test('no file only re-exports from others', () => {
  const barrels = sources.filter((file) => {
    const statements = withoutComments(texts.get(file) ?? '').trim()
    return /^(export\s+(type\s+)?(\*|\{[^}]*\})[^'"]*from\s+['"][^'"]+['"]\s*;?\s*)+$/.test(statements)
  })
  expect(barrels).toEqual([])
})

test('only the clock reads the time', () => {
  // In the browser the script and the admin's date fields compare its clock with the server's.
  const readers = sources.filter(
    (file) =>
      roomOf(file) !== 'src/enhance' &&
      file !== 'src/admin/time/dates/site-clock.tsx' &&
      /\bDate\.now\(|\bnew Date\(\s*\)|\bTemporal\.Now\b/.test(withoutComments(texts.get(file) ?? '')),
  )
  expect(readers).toEqual(['src/server/clock.ts'])
})

test('every unit test of hours, days and deadlines runs in other time zones, too', () => {
  const timely = timelyTests()
  for (const folder of ['hours', 'time']) {
    const tests = filesUnder(`tests/unit/domain/${folder}`).filter((file) => file.endsWith('.test.ts'))
    expect(tests).not.toEqual([])
    expect(tests.filter((file) => !timely.includes(file))).toEqual([])
  }
  expect(timely).not.toContain('tests/unit/components/table.test.ts')
})

/** Files that may be longer, with the reason. */
const long: [file: RegExp, why: string][] = [
  [/^src\/payload-types\.ts$/, 'generated'],
  [/^src\/app\/\(payload\)\/admin\/importMap\.js$/, 'generated'],
  [/^migrations\//, 'never edited once it has landed'],
]

test('no file is longer than 300 lines', () => {
  const tooLong = [...folders, 'tests']
    .flatMap(filesUnder)
    .filter((file) => /\.(tsx?|mjs|js|css|sql)$/.test(file) && !long.some(([name]) => name.test(file)))
    .filter((file) => readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length > 300)
  expect(tooLong).toEqual([])
})

/** Folders with more than a dozen things by nature. */
const crowded: Record<string, string> = {
  collections: 'a file for each collection and global, looked up by name',
  migrations: 'append-only',
}

test('a folder holds about a dozen things', () => {
  const things = new Map<string, Set<string>>()
  for (const file of [...folders, 'tests'].flatMap(filesUnder)) {
    // A component and its styles are one thing.
    const parts = file.replace(/\.module\.css$/, '.tsx').split('/')
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/')
      things.set(folder, (things.get(folder) ?? new Set()).add(parts[depth] ?? ''))
    }
  }
  const tooFull = [...things].filter(([folder, inside]) => inside.size > 14 && !(folder in crowded))
  expect(tooFull.map(([folder, inside]) => `${folder}: ${inside.size}`)).toEqual([])
})

test('no file knows the machine it was written on', () => {
  const withPaths = sources.filter((file) =>
    /(["'`\s(])\/(work|tmp|root|home|Users)\//.test(texts.get(file) ?? ''),
  )
  expect(withPaths).toEqual([])
})

test('imports give the full file name', () => {
  const vague = imports.filter(
    ({ file, target }) =>
      !isPackage(target) && roomOf(file) !== 'src/app' && !/\.(tsx?|css|js)$/.test(target),
  )
  expect(vague).toEqual([])
})

function filesUnder(name: string): string[] {
  if (name.endsWith('.ts')) return [name]
  return readdirSync(path.join(root, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

function importsOf(file: string, text: string): Import[] {
  const found = withoutComments(text).matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+from\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  )
  return [...found].map(([, isTypes, named, dynamic]) => ({
    file,
    target: targetOf(file, named ?? dynamic ?? ''),
    isTypes: isTypes !== undefined,
  }))
}

/** The path from the repository's root if the file is ours, otherwise the name of the package. */
function targetOf(file: string, specifier: string): string {
  if (specifier === '@payload-config') return 'payload.config.ts'
  if (!specifier.startsWith('.')) return specifier
  return path.posix.join(path.posix.dirname(file), specifier)
}

function isPackage(target: string): boolean {
  return !sources.includes(target) && !/^(src|collections|content|migrations)\//.test(target)
}

function matches(target: string, name: string): boolean {
  return target === name || target.startsWith(`${name}/`)
}

function roomOf(file: string): string | undefined {
  return Object.keys(arrows).find((room) => matches(file, room))
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}
