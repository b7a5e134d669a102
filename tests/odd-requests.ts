import * as fc from 'fast-check'
import { ADDRESSES } from '../src/domain/addresses.ts'
import { exampleAddress } from './example-address.ts'

/** Who asks. */
export type Caller = 'stranger' | 'editor' | 'administrator'

export type OddRequest = {
  caller: Caller
  method: string
  /** As it is written in the request line. */
  path: string
  headers: Record<string, string>
  body?: string
}

/** A document of a collection or global as REST answers it, to be bent. */
export type Sample = { slug: string; isGlobal: boolean; document: Record<string, unknown> }

/**
 * Requests as nobody means them: every kind of address, verb and header, every field of every collection, bent.
 * The same seed gives the same requests. None of them logs the callers out or changes who they are.
 * @param samples one or more documents of every collection and global
 * @param serverFunction the id by which the admin calls its server functions
 */
export function oddRequests(options: {
  seed: number
  count: number
  samples: readonly Sample[]
  serverFunction: string
}): OddRequest[] {
  const { seed, count, samples, serverFunction } = options
  const request = fc.oneof(
    { weight: 5, arbitrary: save(samples) },
    { weight: 3, arbitrary: question(samples) },
    { weight: 2, arbitrary: strangersRequest },
    { weight: 2, arbitrary: anyAddress },
    { weight: 1, arbitrary: upload },
    { weight: 1, arbitrary: callOf(serverFunction, samples) },
  )
  return fc.sample(request, { numRuns: count, seed }).filter(isHarmless)
}

const oddText = fc.constantFrom(
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\udfff\ud800',
    '\u202e',
    '😀',
    'x'.repeat(5000),
    "' OR 1=1 --",
    '$1',
    '\\',
  ],
  ...[
    '__proto__',
    'constructor',
    '<script>',
    'null',
    'NaN',
    '-1',
    '1e400',
    '999999999999',
    '2026-02-30',
    '[]',
    '{}',
  ],
  ...[
    '2026-13-45T99:99:99Z',
    '+275760-09-13T00:00:00.001Z',
    'https:evil',
    '//evil',
    'javascript:x',
    '–ł',
    '%00',
    '../x',
  ],
)

const deep = (depth: number): unknown => (depth === 0 ? 'x' : [deep(depth - 1)])

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(
    ...[
      null,
      true,
      false,
      0,
      -1,
      1.5,
      1e308,
      2 ** 31,
      2 ** 53,
      [],
      {},
      [[]],
      [null],
      [{}],
      ['a\0'],
      { a: 1 },
      { id: 1 },
    ],
    ...[
      { id: 'x' },
      { relationTo: 'pages', value: 1 },
      { relationTo: 'nope', value: 1 },
      [{ relationTo: 'pages' }],
    ],
    ...[
      [{ blockType: 'nope' }],
      [{ blockType: null }],
      [{ blockType: 'textSection', body: 1 }],
      { root: {} },
    ],
    ...[
      { root: { children: null } },
      { root: { type: 'root', children: [{ type: 'nope' }, 1, null] } },
      deep(40),
    ],
    ...[
      {
        root: {
          type: 'root',
          children: [{ type: 'link', fields: null, children: [{ type: 'text', text: 'a\0' }] }],
        },
      },
    ],
    ...[
      { toString: 1 },
      { length: 1e9 },
      { constructor: { prototype: 1 } },
      JSON.parse('{"__proto__":{"a":1}}') as unknown,
    ],
    ...[
      [1, 'x', null],
      [999999],
      ['999999'],
      { equals: 1 },
      { monday: 1 },
      Array.from({ length: 300 }, () => ({})),
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
)

const id = fc.constantFrom(
  ...[
    '1',
    '2',
    '3',
    '999999',
    '0',
    '-1',
    '1.5',
    'abc',
    '1abc',
    '2147483648',
    '99999999999999999999',
    '1e3',
    '%00',
  ],
  ...[
    'a%00b',
    'NaN',
    '__proto__',
    'constructor',
    'null',
    '%F0%9F%98%80',
    "1'",
    '1;2',
    '%20',
    '%2e%2e',
    '1%2F2',
  ],
)

const caller: fc.Arbitrary<Caller> = fc.constantFrom('stranger', 'editor', 'editor', 'administrator')

const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'x-http-method-override': 'GET' },
      { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'text/plain' },
      { 'content-type': 'multipart/form-data' },
      { 'content-type': 'multipart/form-data; boundary=x' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'application/json; charset=utf-7' },
      { 'content-type': '\u00ff' },
      { 'accept-language': 'x'.repeat(500) },
      { accept: '\u00e6/\u00f8' },
      { range: 'bytes=9-1,x' },
      { range: 'bytes=0-999999999999' },
      { 'if-none-match': '"', 'if-modified-since': 'i går' },
      { cookie: 'payload-lng=%00; payload-theme=\u00ff; payload-token' },
      { authorization: 'JWT' },
      { authorization: 'users API-Key \u00ff' },
      { host: 'ond.example' },
      { 'x-forwarded-proto': '\u00e6' },
      { 'next-action': 'x' },
      { rsc: '1', 'next-router-state-tree': '%00' },
      { expect: 'x' },
    ),
  },
)

const parameter = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        ...[
          'page',
          'limit',
          'depth',
          'sort',
          'select',
          'populate',
          'where',
          'draft',
          'trash',
          'locale',
          'joins',
          'q',
        ],
        ...[
          'fallbackLocale',
          'fallback-locale',
          'pagination',
          'autosave',
          'overrideLock',
          'data',
          'prefix',
          'src',
        ],
        ...[
          'publishSpecificLocale',
          'publishAllLocales',
          'selectedLocales',
          'at',
          'received',
          'site',
          'side',
          'type',
        ],
      ),
      fc.oneof(
        oddText,
        fc.constantFrom(
          '-1',
          '1e9',
          '99',
          '0',
          '2',
          'id',
          '-id',
          'title',
          '_order',
          'a.b.c',
          'parent.title',
          'true',
        ),
        fc.constantFrom(
          '{"id":{"equals":1}}',
          '{"or":null}',
          '{"and":[1]}',
          'null',
          '[1]',
          '{"id":null}',
          '{"a',
        ),
      ),
    )
    .map(([name, value]) => [name, value] as const),
  fc
    .tuple(
      fc.constantFrom(
        ...[
          'where[id][equals]',
          'where[id][in]',
          'where[title][like]',
          'where[title][near]',
          'where[nope][equals]',
        ],
        ...[
          'where[or][0][id][exists]',
          'where[or]',
          'where[and][0][and][0][id]',
          'where[id]',
          'where[id][nope]',
          'where[]',
        ],
        ...[
          'where[parent.title][contains]',
          'where[blocks.title][equals]',
          'where[updatedAt][greater_than]',
          'sort[]',
        ],
        ...[
          'select[id]',
          'select[title][x]',
          'select[nope]',
          'populate[pages][title]',
          'populate[nope]',
          'limit[]',
          'page[x]',
        ],
        ...[
          'where[password][equals]',
          'where[hash][like]',
          'where[id][within]',
          'joins[x][limit]',
          '__proto__[x]',
          'depth[]',
        ],
        ...[
          'where[constructor][equals]',
          'where[slug][all]',
          'where[_status][not_in]',
          'where[words][equals]',
          'where[\0][equals]',
        ],
      ),
      oddText,
    )
    .map(([name, value]) => [name, value] as const),
)

const query = fc
  .array(parameter, { maxLength: 3 })
  .map((some) => some.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&'))

/** Percent-encoded; half a pair stays what a program without care would send. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed().slice(0, 300))
}

/** A document with one or two values bent, or no document at all. */
const bent = (documents: readonly Record<string, unknown>[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...documents),
          fc.array(fc.tuple(fc.nat(), oddValue, fc.constantFrom('set', 'set', 'set', 'remove', 'add')), {
            minLength: 1,
            maxLength: 2,
          }),
        )
        .map(([document, changes]) => {
          const copy = structuredClone(document)
          for (const [at, value, how] of changes) bend(copy, at, value, how)
          return JSON.stringify(copy)
        }),
    },
    { weight: 1, arbitrary: oddValue.map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{',
        'null',
        '[]',
        '{}',
        '1',
        '"x"',
        '{"a":1}}',
        '\ufeff{}',
        '{"\\ud800":1}',
      ),
    },
  )

function bend(document: Record<string, unknown>, at: number, value: unknown, how: string): void {
  const places: [holder: Record<string, unknown>, name: string][] = []
  const walk = (holder: Record<string, unknown>): void => {
    for (const name of Object.keys(holder)) {
      places.push([holder, name])
      const inner = holder[name]
      if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>)
    }
  }
  walk(document)
  // Half of all changes are of the fields themselves, however long a text is.
  const outer = places.filter(([holder]) => holder === document)
  const [holder, name] = (at % 2 ? outer : places)[at % (at % 2 ? outer : places).length] ?? [document, 'x']
  if (how === 'remove') delete holder[name]
  else if (how === 'add' && !Array.isArray(holder)) holder.nope = value
  else holder[name] = value
}

function save(samples: readonly Sample[]): fc.Arbitrary<OddRequest> {
  return fc
    .constantFrom(...new Set(samples.map(({ slug }) => slug)))
    .chain((slug) => {
      const own = samples.filter((sample) => sample.slug === slug)
      const isGlobal = own.some((sample) => sample.isGlobal)
      const target = isGlobal
        ? fc.constantFrom(['POST', `/api/globals/${slug}`], ['POST', `/api/globals/${slug}/access`])
        : fc.oneof(
            fc.constant(['POST', `/api/${slug}`]),
            id.map((one) => ['PATCH', `/api/${slug}/${one}`]),
            id.map((one) => ['POST', `/api/${slug}/${one}/duplicate`]),
            id.map((one) => ['POST', `/api/${slug}/access/${one}`]),
          )
      return fc.tuple(caller, target, bent(own.map(({ document }) => document)), query, oddHeaders)
    })
    .map(([who, [method = '', path = ''], body, asked, headers]) => ({
      caller: who,
      method,
      path: withQuery(path, asked),
      headers: { ...json, ...headers },
      body,
    }))
}

function question(samples: readonly Sample[]): fc.Arbitrary<OddRequest> {
  const bases = [
    ...samples.map(({ slug, isGlobal }) => `/api/${isGlobal ? 'globals/' : ''}${slug}`),
    ...[
      '/api/payload-preferences',
      '/api/payload-locked-documents',
      '/api/payload-migrations',
      '/api/payload-kv',
    ],
    ...['/api/payload-jobs', '/api/nope', '/api/globals/nope', '/api/og', '/api/access', '/api/globals'],
  ]
  const rest = fc.oneof(
    fc.constantFrom(
      '',
      '/',
      '/count',
      '/versions',
      '/paste-url',
      '/me',
      '/init',
      '/access',
      '/versions/1',
      '/file/x',
    ),
    id.map((one) => `/${one}`),
    id.map((one) => `/versions/${one}`),
    id.map((one) => `/file/${one}`),
    id.map((one) => `/paste-url/${one}?src=http%3A%2F%2F127.0.0.1%3A9%2F`),
    id.map((one) => `/${one}/nope/${one}`),
  )
  const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'DELETE', 'POST', 'PUT', 'PATCH')
  return fc
    .tuple(caller, method, fc.constantFrom(...bases), rest, query, oddHeaders)
    .map(([who, verb, base, more, asked, headers]) => ({
      caller: who,
      method: verb,
      path: withQuery(base + more, asked),
      headers,
      ...(['POST', 'PATCH', 'PUT'].includes(verb) && { body: asked }),
    }))
}

/** What strangers may reach: logging in and all around it. */
const strangersRequest: fc.Arbitrary<OddRequest> = fc
  .tuple(
    fc.constantFrom(
      'login',
      'forgot-password',
      'reset-password',
      'unlock',
      'first-register',
      'verify/x',
      'refresh-token',
    ),
    fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT'),
    fc.oneof(
      fc.record({ email: oddValue, password: oddValue, token: oddValue }, { requiredKeys: [] }),
      fc.record({ email: oddText.map((text) => `${text}@example.dk`), password: oddText, token: oddText }),
      oddValue,
    ),
    query,
    oddHeaders,
  )
  .map(([name, method, body, asked, headers]) => ({
    caller: 'stranger' as const,
    method,
    path: withQuery(`/api/users/${name}`, asked),
    headers: { ...json, ...headers },
    ...(method !== 'GET' && { body: JSON.stringify(body) ?? '' }),
  }))

const anyAddress: fc.Arbitrary<OddRequest> = fc
  .tuple(
    caller,
    fc.constantFrom(
      'GET',
      'GET',
      'GET',
      'HEAD',
      'POST',
      'PUT',
      'PATCH',
      'DELETE',
      'OPTIONS',
      'TRACE',
      'PURGE',
      'PROPFIND',
    ),
    fc.constantFrom(...Object.values(ADDRESSES).map(exampleAddress)),
    fc.constantFrom(
      '',
      '',
      '',
      '/',
      '//',
      '/..',
      '%00',
      '%ff',
      '/%2e%2e',
      '\\x',
      ';x=1',
      '/x/x',
      '.php',
      '%E6',
    ),
    query,
    oddHeaders,
    oddValue,
  )
  .map(([who, method, path, more, asked, headers, value]) => ({
    caller: who,
    method,
    path: withQuery(path + more, asked),
    headers: ['POST', 'PUT', 'PATCH'].includes(method) ? { ...json, ...headers } : headers,
    ...(['POST', 'PUT', 'PATCH'].includes(method) && { body: JSON.stringify(value) }),
  }))

const upload: fc.Arbitrary<OddRequest> = fc
  .tuple(
    caller,
    fc.constantFrom('POST', 'PATCH'),
    oddText,
    fc.constantFrom('image/png', 'application/pdf', 'text/html', 'x', ''),
    fc.constantFrom('\u0089PNG\r\n\u001a\n', '%PDF-1.7\n', '<script>', '', 'x'.repeat(2000)),
    fc.oneof(
      oddValue,
      fc.record({ alt: oddValue, filename: oddText, url: fc.constant('http://127.0.0.1:9/x.png') }),
    ),
    fc.constantFrom('file', 'file', 'nope', 'file[0]', '__proto__'),
  )
  .map(([who, method, name, type, content, data, field]) => {
    const parts = [
      `--odd\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n${JSON.stringify(data)}\r\n`,
      `--odd\r\nContent-Disposition: form-data; name="${field}"; filename="${name.replaceAll(/["\r\n]/g, '')}.png"\r\n` +
        `Content-Type: ${type}\r\n\r\n${content}\r\n`,
    ]
    return {
      caller: who,
      method,
      path: method === 'POST' ? '/api/media' : '/api/media/1',
      headers: { 'content-type': 'multipart/form-data; boundary=odd' },
      body: `${parts.join('')}--odd--\r\n`,
    }
  })

/** The admin's server functions, by name. */
function callOf(serverFunction: string, samples: readonly Sample[]): fc.Arbitrary<OddRequest> {
  const name = fc.constantFrom(
    ...[
      'form-state',
      'form-state',
      'render-document',
      'render-document-slots',
      'render-field',
      'render-list',
    ],
    ...[
      'table-state',
      'slugify',
      'schedule-publish',
      'get-upcoming-scheduled-publish',
      'copy-data-from-locale',
    ],
    ...[
      'get-default-layout',
      'get-folder-results-component-and-data',
      'render-widget',
      'constructor',
      'nope',
    ],
  )
  const argumentsOf = fc.oneof(
    fc.tuple(fc.constantFrom(...samples), fc.nat(), oddValue, oddValue).map(([sample, at, value, other]) => {
      const data = structuredClone(sample.document)
      bend(data, at, value, 'set')
      const where = sample.isGlobal ? { globalSlug: sample.slug } : { collectionSlug: sample.slug }
      const formState = { title: { value }, blocks: { rows: other } }
      return {
        ...where,
        data,
        formState,
        id: other,
        schemaPath: sample.slug,
        operation: 'update',
        docPermissions: {},
      }
    }),
    oddValue,
  )
  return fc
    .tuple(fc.constantFrom<Caller>('editor', 'administrator'), name, argumentsOf)
    .map(([who, fn, args]) => ({
      caller: who,
      method: 'POST',
      path: '/admin',
      headers: {
        'next-action': serverFunction,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
      },
      body: JSON.stringify([{ name: fn, args }]),
    }))
}

const json = { 'content-type': 'application/json' }

const withQuery = (path: string, asked: string): string =>
  asked ? `${path}${path.includes('?') ? '&' : '?'}${asked}` : path

/** Whether the callers can go on asking afterwards. */
function isHarmless({ method, path }: OddRequest): boolean {
  if (/\/logout/.test(path)) return false
  const changesUsers = /^\/api\/users/.test(path) && ['PATCH', 'DELETE', 'PUT'].includes(method)
  return !changesUsers && !(method === 'DELETE' && /^\/api\/users/.test(path))
}
