import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOnSite } from '../../../../src/domain/tree/old-address.ts'
import { readOwnAddress } from '../../../../src/domain/tree/own-address.ts'

const site = 'https://www.aalborg.dk'
const page = (path: string, anchor: string | null = null, query = '') => ({
  kind: 'page',
  path,
  query,
  anchor,
})

test.for<[string, ReturnType<typeof readOwnAddress> | object]>([
  ['/kontakt', page('/kontakt')],
  ['/', page('/')],
  ['https://www.aalborg.dk', page('/')],
  ['http://aalborg.dk/Kontakt/Presse/', page('/kontakt/presse')],
  ['/b%C3%B8rn', page('/børn')],
  ['/kontakt#aabningstider', page('/kontakt', 'aabningstider')],
  ['/kontakt#', page('/kontakt')],
  ['/kontakt?', page('/kontakt')],
  ['/kontakt?fbclid=Ab1&utm_source=Brev#om', page('/kontakt', 'om', '?fbclid=ab1&utm_source=brev')],
  ['/sider/side.aspx?id=12', page('/sider/side.aspx', null, '?id=12')],
  ['/api/media/file/Kort-1.pdf', { kind: 'file', name: 'kort-1.pdf' }],
  ['https://www.aalborg.dk/api/media/file/kort.pdf', { kind: 'file', name: 'kort.pdf' }],
])('%s names what stands there', ([url, own]) => {
  expect(readOwnAddress(url, site)).toEqual(own)
})

test.for([
  '',
  '#sted',
  'kontakt',
  '//www.aalborg.dk/kontakt',
  'https://andetsted.dk/kontakt',
  'https://www.aalborg.dk:8443/kontakt',
  'https://bruger@www.aalborg.dk/kontakt',
  'mailto:a@aalborg.dk',
  'tel:112',
  'javascript:alert(1)',
  '/kon takt',
  '/kontakt?side=2',
  '/kontakt?a=1&side=2#anna',
  '/kontakt#:~:text=telefon',
  '/kontakt#Åbningstider',
  '/api/media/file/kort.pdf#page=2',
  '/api/media/file/kort.pdf?x',
  '/api/media',
  '/soeg',
  '/admin/collections/pages/1',
  '/sitemap.xml',
])('%s stays as it is typed', (url) => {
  expect(readOwnAddress(url, site)).toBeNull()
})

const part = fc.stringMatching(/^[a-zæøå0-9-]{1,8}$/)
const anchor = fc.option(fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}$/), { nil: null })

test('however an address of a page is written, it names the same page and heading, whose own address names it again', () => {
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 4 }),
      anchor,
      fc.constantFrom('', site, 'http://aalborg.dk', 'HTTPS://WWW.Aalborg.DK'),
      fc.constantFrom(
        (path: string) => path,
        (path: string) => `${path}/`,
        (path: string) => path.toUpperCase(),
        (path: string) => encodeURI(path),
      ),
      (parts, heading, host, written) => {
        const path = `/${parts.join('/')}`.normalize('NFC')
        const own = readOwnAddress(host + written(path) + (heading ? `#${heading}` : ''), site)
        fc.pre(own !== null && own.kind === 'page')
        expect(own).toEqual(page(addressOnSite(path, site) ?? '', heading))
        expect(readOwnAddress(`${path}${heading ? `#${heading}` : ''}`, site)).toEqual(own)
      },
    ),
  )
})

test('no text at all throws, and what is named stands at the address', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true })), (text) => {
      const own = readOwnAddress(text, site)
      const named = own === null ? '' : own.kind === 'page' ? own.path : own.name
      expect(addressOnSite(text, site) ?? '').toContain(named)
    }),
  )
})
