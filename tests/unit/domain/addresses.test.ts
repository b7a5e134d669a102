import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  addressKind,
  ADDRESSES,
  allowedBeginnings,
  boxFeedAddress,
  collectionAddress,
  deadlineReminderAddress,
  disallowedBeginnings,
  isReserved,
  lastingAddresses,
  scriptAddress,
  searchAddress,
  vcardAddress,
} from '../../../src/domain/addresses.ts'
import { exampleAddress } from '../../example-address.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const kinds = Object.values(ADDRESSES)

/** Each file of the Pages Router that answers an address, with that address: `[slug]` is any part. */
const pages = filesUnder('src/pages')
  .filter((file) => !/\/(_app|_document)\.tsx$/.test(file))
  .map((file) => ({
    file,
    address: file
      .replace(/^src\/pages|(\/index)?\.tsx?$/g, '')
      .replace(/\[\[\.\.\.\w+\]\]/, '*')
      .replace(/\[\w+\]/, ':any'),
  }))

test.for(pages)('$file has its row', ({ address }) => {
  const row = address === '/*' ? ADDRESSES.page : addressKind(address.replace(':any', 'x'))
  expect(row.path.replace(/:\w+/, ':any')).toBe(address)
  expect(row.answer).toBe(address === '/*' ? 'stored' : address.startsWith('/api/') ? 'api' : 'made')
})

test.for(kinds.filter(({ answer, path }) => ['made', 'api'].includes(answer) && !path.endsWith('*')))(
  '$path has its file',
  (kind) => {
    const answering = pages.filter(({ address }) =>
      new RegExp(`^${address.replaceAll('.', '\\.').replace(':any', '[^/]+')}$`).test(exampleAddress(kind)),
    )
    expect(answering).toHaveLength(1)
    expect(readFileSync(answering[0]?.file ?? '', 'utf8')).toMatch(/^export default /m)
  },
)

test.for(kinds)('a row is not hidden by one before it: $path', (kind) => {
  for (const address of [exampleAddress(kind), `${exampleAddress(kind)}/`])
    expect(addressKind(address).name).toBe(kind.name)
})

test.for([
  ['/', 'page'],
  ['/soeg', 'search'],
  ['/soeg/', 'search'],
  ['/soegning', 'page'],
  ['/soeg/andet', 'page'],
  ['/Soeg', 'page'],
  ['/aktindsigt', 'page'],
  ['/aktindsigt/frist', 'deadline'],
  ['/aktindsigt/frist/andet', 'page'],
  ['/api', 'cms'],
  ['/apix', 'page'],
  ['/api/pages', 'cms'],
  ['/api/nyt', 'cms'],
  ['/api/contacts/andet', 'cms'],
  ['/api/hours/raadhuset', 'boxHoursApi'],
  ['/api/hours/raadhuset.ics', 'boxFeed'],
  ['/api/aktindsigt/deadlinexics', 'cms'],
  ['/api/internal', 'internal'],
  ['/api/internal/nyt', 'internal'],
  ['/admin', 'admin'],
  ['/administration', 'page'],
  ['/_next/data', 'pageData'],
  ['/_next/image', 'page'],
  ['/visitkort/line.vcf', 'vcard'],
  ['/visitkort/line', 'page'],
  ['/was', 'statement'],
  ['/was/andet', 'page'],
  ['/.well-known/security.txt', 'securityTxt'],
  ['/.well-known/andet', 'page'],
  ['/aendringer.xml', 'changesFeed'],
  ['/favicon.ico', 'oldFavicon'],
  ['/api/\u2028', 'cms'],
  ['/constructor', 'page'],
  ['kontakt', 'page'],
  ['', 'page'],
] as const)('%s is of the kind %s', ([address, name]) => {
  expect(addressKind(address).name).toBe(name)
})

test('only what editors write is a visit, and in the sitemap with the page that works deadlines out', () => {
  expect(kinds.filter(({ isVisit }) => isVisit)).toEqual([ADDRESSES.page])
  expect(kinds.filter(({ engines }) => engines === 'listed')).toEqual([ADDRESSES.deadline, ADDRESSES.page])
})

test('whatever is asked of the app or the CMS without a login is limited', () => {
  const unlimited = kinds.filter(
    ({ answer, access, limit }) =>
      ['made', 'api', 'cms', 'upload'].includes(answer) && access === 'all' && limit === null,
  )
  expect(unlimited).toEqual([])
})

test('search engines are told where not to go, and what is always stored', () => {
  expect(disallowedBeginnings()).toEqual(['/soeg', '/api', '/admin'])
  expect(allowedBeginnings()).toEqual(['/api/media/file/'])
  expect(lastingAddresses()).toEqual([
    '/robots.txt',
    '/sitemap.xml',
    '/aendringer.xml',
    '/.well-known/security.txt',
    '/was',
    '/ikke-fundet',
    '/fejl',
  ])
})

test('no page may take an address of the system, nor one below the first part of one', () => {
  const system = ['admin', 'api', '_next', 'build', 'soeg', 'ikke-fundet', 'fejl', 'fonts', 'visitkort']
  for (const slug of system)
    expect([slug, isReserved(`/${slug}`), isReserved(`/${slug}/x`)]).toEqual([slug, true, true])
  for (const path of ['/kontakt', '/forside', '/*', '/', '/om-kommunen/soeg'])
    expect([path, isReserved(path)]).toEqual([path, false])
})

test('a page stands above the deadline for access to documents, and may have others below it', () => {
  expect(isReserved('/aktindsigt')).toBe(false)
  expect(isReserved('/aktindsigt/priser')).toBe(false)
  expect(isReserved('/aktindsigt/frist')).toBe(true)
  expect(addressKind('/aktindsigt').name).toBe('page')
})

test('links are made of the rows', () => {
  const asked = { query: 'vej & sti', types: ['side', 'leder'], page: 2 }
  expect(searchAddress(asked)).toBe('/soeg?q=vej+%26+sti&type=side&type=leder&page=2')
  expect(searchAddress({ query: 'a', types: [], page: 1 })).toBe('/soeg?q=a')
  expect(vcardAddress('line-christensen')).toBe('/visitkort/line-christensen.vcf')
  expect(boxFeedAddress('raadhuset')).toBe('/api/hours/raadhuset.ics')
  expect(deadlineReminderAddress('2026-11-23')).toBe('/api/aktindsigt/deadline.ics?received=2026-11-23')
  expect(collectionAddress('pages')).toBe('/admin/collections/pages')
  expect(scriptAddress('enhance.js', 'abc')).toBe('/build/enhance.js?v=abc')
})

test('every file that is open to all has its row', () => {
  const files = filesUnder('public').map((file) => file.replace(/^public/, ''))
  expect(files.filter((file) => !['file', 'script'].includes(addressKind(file).answer))).toEqual([])
})

test('no address of the system, nor of the page with the contact boxes, is written anywhere else', () => {
  const first = [...new Set(kinds.map(({ path: pattern }) => pattern.split('/')[1] ?? ''))]
  const parts = [...first.filter((part) => part !== '*'), 'kontakt'].join('|').replaceAll('.', '\\.')
  // In a string, a template, the text of an element or a regular expression.
  const literal = new RegExp(`['"\`}>(^]\\\\?/\\(?(${parts})(?![\\w-])`)
  const wrong = ['src', 'collections', 'payload.config.ts', 'content/pages/forside.ts']
    .flatMap(filesUnder)
    .filter((file) => /\.tsx?$/.test(file) && file !== 'src/domain/addresses.ts')
    .flatMap((file) =>
      withoutComments(readFileSync(path.join(root, file), 'utf8'))
        .split('\n')
        .filter((line) => literal.test(line) && !line.startsWith('import '))
        .map((line) => `${file}: ${line.trim()}`),
    )
  expect(wrong).toEqual([])
})

function filesUnder(name: string): string[] {
  if (name.endsWith('.ts')) return [name]
  return readdirSync(path.join(root, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')
}
