import * as fc from 'fast-check'

// prettier-ignore
export const oddText = fc.constantFrom(
  '', ' ', '\0', 'a\0b', '\ud800', '\udfff\ud800', '\u202e', '😀', 'x'.repeat(5000), "' OR 1=1 --", '$1', '\\',
  '__proto__', 'constructor', '<script>', 'null', 'NaN', '-1', '1e400', '999999999999', '2026-02-30', '[]', '{}',
  '2026-13-45T99:99:99Z', '+275760-09-13T00:00:00.001Z', 'https:evil', '//evil', 'javascript:x', '–ł', '%00', '../x',
)

const deep = (depth: number): unknown => (depth === 0 ? 'x' : [deep(depth - 1)])

// prettier-ignore
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(
    null, true, false, 0, -1, 1.5, 1e308, 2 ** 31, 2 ** 53, [], {}, [[]], [null], [{}], ['a\0'], { a: 1 }, { id: 1 },
    { id: 'x' }, { relationTo: 'pages', value: 1 }, { relationTo: 'nope', value: 1 }, [{ relationTo: 'pages' }],
    [{ blockType: 'nope' }], [{ blockType: null }], [{ blockType: 'textSection', body: 1 }], { root: {} },
    { root: { children: null } }, { root: { type: 'root', children: [{ type: 'nope' }, 1, null] } }, deep(40),
    { root: { type: 'root', children: [{ type: 'link', fields: null, children: [{ type: 'text', text: 'a\0' }] }] } },
    { toString: 1 }, { length: 1e9 }, { constructor: { prototype: 1 } }, JSON.parse('{"__proto__":{"a":1}}') as unknown,
    [1, 'x', null], [999999], ['999999'], { equals: 1 }, { monday: 1 }, Array.from({ length: 300 }, () => ({})),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
)

// prettier-ignore
export const id = fc.constantFrom(
  '1', '2', '3', '999999', '0', '-1', '1.5', 'abc', '1abc', '2147483648', '99999999999999999999', '1e3', '%00',
  'a%00b', 'NaN', '__proto__', 'constructor', 'null', '%F0%9F%98%80', "1'", '1;2', '%20', '%2e%2e', '1%2F2',
)

export const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.oneof(
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

// prettier-ignore
const parameter = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'page', 'limit', 'depth', 'sort', 'select', 'populate', 'where', 'draft', 'trash', 'locale', 'joins', 'q',
        'fallbackLocale', 'fallback-locale', 'pagination', 'autosave', 'overrideLock', 'data', 'prefix', 'src',
        'publishSpecificLocale', 'publishAllLocales', 'selectedLocales', 'at', 'received', 'site', 'side', 'type',
      ),
      fc.oneof(
        oddText,
        fc.constantFrom('-1', '1e9', '99', '0', '2', 'id', '-id', 'title', '_order', 'a.b.c', 'parent.title', 'true'),
        fc.constantFrom('{"id":{"equals":1}}', '{"or":null}', '{"and":[1]}', 'null', '[1]', '{"id":null}', '{"a'),
      ),
    )
    .map(([name, value]) => [name, value] as const),
  fc
    .tuple(
      fc.constantFrom(
        'where[id][equals]', 'where[id][in]', 'where[title][like]', 'where[title][near]', 'where[nope][equals]',
        'where[or][0][id][exists]', 'where[or]', 'where[and][0][and][0][id]', 'where[id]', 'where[id][nope]', 'where[]',
        'where[parent.title][contains]', 'where[blocks.title][equals]', 'where[updatedAt][greater_than]', 'sort[]',
        'select[id]', 'select[title][x]', 'select[nope]', 'populate[pages][title]', 'populate[nope]', 'limit[]', 'page[x]',
        'where[password][equals]', 'where[hash][like]', 'where[id][within]', 'joins[x][limit]', '__proto__[x]', 'depth[]',
        'where[constructor][equals]', 'where[slug][all]', 'where[_status][not_in]', 'where[words][equals]', 'where[\0][equals]',
      ),
      oddText,
    )
    .map(([name, value]) => [name, value] as const),
)

export const query = fc
  .array(parameter, { maxLength: 3 })
  .map((some) => some.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&'))

/** Percent-encoded; half a pair stays what a program without care would send. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed().slice(0, 300))
}

/** A document with one or two values bent, or no document at all. */
export const bent = (documents: readonly Record<string, unknown>[]): fc.Arbitrary<string> =>
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

export function bend(document: Record<string, unknown>, at: number, value: unknown, how: string): void {
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
