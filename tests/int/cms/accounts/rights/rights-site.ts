import type { CollectionSlug } from 'payload'
import { type Handover, handOver } from '../../../../../src/web/handover.ts'
import { fingerprint } from '../../../../e2e/tools/sql.ts'
import { restOfCms } from '../../rest.ts'

/** Whose a document is: of a part that was given, of another, or of none. */
export type Whose = 'own' | 'others' | 'nobody'
export const WHOSE: readonly Whose[] = ['own', 'others', 'nobody']

export const PLACED = [
  'pages',
  'departments',
  'contact-boxes',
  'people',
  'opening-hours',
  'hours-exceptions',
] as const
export const TEXTS = ['press-contacts', 'aktindsigt-guidance', 'grundfortaelling', 'pejlemaerker'] as const
export const SETTINGS = ['calendar-days', 'owners', 'search-words', 'redirects'] as const

/** What can be asked for, as the rules are told to people. */
export type What = 'draft' | 'publish' | 'delete'

/** Who asks, and what they may with whose documents: said here once more, by hand, so that the table is not its own judge. */
const PEOPLE = {
  administrator: () => true,
  editor: () => true,
  localEditor: (_, whose, slug) => isPlaced(slug) && whose === 'own',
  localEditorOfNothing: () => false,
  writer: (what, _, slug) => what === 'draft' && (isPlaced(slug) || TEXTS.includes(slug as never)),
  writerOfPart: (what, whose, slug) => what === 'draft' && isPlaced(slug) && whose === 'own',
} satisfies Record<string, (what: What, whose: Whose, slug: string) => boolean>

export type Name = keyof typeof PEOPLE
export const NAMES = Object.keys(PEOPLE) as Name[]

const isPlaced = (slug: string) => PLACED.includes(slug as never)

/** Whoever may not everything. */
export const RESTRICTED: readonly Name[] = ['localEditor', 'localEditorOfNothing', 'writer', 'writerOfPart']

export const may = (name: Name, what: What, whose: Whose, slug: string): boolean =>
  (PEOPLE[name] as (what: What, whose: Whose, slug: string) => boolean)(what, whose, slug)

export type Doc = Record<string, unknown> & { id: number }

const BODY = {
  root: {
    type: 'root',
    direction: 'ltr',
    format: '',
    indent: 0,
    version: 1,
    children: [
      {
        type: 'paragraph',
        direction: 'ltr',
        format: '',
        indent: 0,
        version: 1,
        children: [
          { type: 'text', text: 'Ord', detail: 0, format: 0, mode: 'normal', style: '', version: 1 },
        ],
      },
    ],
  },
}

/** The CMS with a small town, and an account of each kind that has been given a department and a page in it. */
export async function rightsSite() {
  const cms = await restOfCms()
  handOver({ epochMilliseconds: () => Date.parse('2026-11-30T09:00+01:00') } as Handover)
  const { payload } = cms
  let nth = 0
  const make = async (slug: CollectionSlug, data: object): Promise<number> =>
    (await payload.create({ collection: slug, data: { _status: 'published', ...data } as never, depth: 0 }))
      .id as number
  const unit = (name: string, parent: number | null = null) =>
    make('departments', { name, kind: 'unit', parent })
  const page = (title: string, parent: number | null = null) =>
    make('pages', { title, slug: `side-${(nth += 1)}`, parent, inMenu: false, blocks: [] })

  const top = { departments: await unit('Kommunen'), pages: await page('Afsnit') }
  const own = { departments: await unit('Egen', top.departments), pages: await page('Egen', top.pages) }
  const below = {
    departments: await unit('Under egen', own.departments),
    pages: await page('Under egen', own.pages),
  }
  const others = {
    departments: await unit('Andres', top.departments),
    pages: await page('Andres', top.pages),
  }
  const places = { own: below, others, nobody: { departments: null, pages: null } }
  const given = { departments: [own.departments], branches: [own.pages] }
  const people = {
    administrator: cms.administrator,
    editor: cms.editor,
    localEditor: await cms.newUser('lokal@example.dk', 'local-editor', given),
    localEditorOfNothing: await cms.newUser('intet@example.dk', 'local-editor'),
    writer: await cms.newUser('skribent@example.dk', 'writer'),
    writerOfPart: await cms.newUser('del@example.dk', 'writer', given),
  } satisfies Record<Name, { id: number; token: string }>

  /** What a document of a collection must have to be published, put where it is whose. */
  function dataOf(slug: string, whose: Whose): Record<string, unknown> {
    nth += 1
    const { departments: department, pages: parent } = places[whose]
    switch (slug) {
      case 'pages':
        return { title: `Side ${nth}`, slug: `side-${nth}`, parent, inMenu: false, blocks: [] }
      case 'departments':
        return { name: `Enhed ${nth}`, kind: 'unit', parent: department }
      case 'contact-boxes':
        return { name: `Boks ${nth}`, slug: `boks-${nth}`, department }
      case 'people':
      case 'opening-hours':
        return { name: `Navn ${nth}`, department }
      case 'hours-exceptions':
        return {
          from: '2026-12-18T00:00:00.000Z',
          kind: 'closed',
          reason: `Grund ${nth}`,
          ...(department ? { appliesTo: 'boxes', departments: [department] } : { appliesTo: 'calendar' }),
        }
      case 'press-contacts':
        return {
          name: `Presse ${nth}`,
          slug: `presse-${nth}`,
          title: 'Chef',
          phones: [{ number: '+4599311400' }],
        }
      case 'calendar-days':
        return {
          name: `Dag ${nth}`,
          date: `20${String(30 + (nth % 60))}-0${1 + (nth % 9)}-1${nth % 10}T00:00:00.000Z`,
        }
      case 'owners':
        return { name: `Ejer ${nth}`, email: 'ejer@example.dk' }
      case 'search-words':
        return { words: [`ord${nth}`], synonyms: ['andet'] }
      case 'redirects':
        return { from: `/gammel/${nth}`, url: 'https://example.dk/' }
      default:
        return { title: `Tekst ${nth}`, body: BODY }
    }
  }

  /** A new document, made by the site itself. */
  async function fresh(
    slug: string,
    whose: Whose,
    status: 'draft' | 'published' = 'published',
  ): Promise<Doc> {
    const data = { ...dataOf(slug, whose), _status: status }
    return (await payload.create({
      collection: slug as CollectionSlug,
      data: data as never,
      depth: 0,
    })) as unknown as Doc
  }

  /** The site itself saves a draft beside what is public. */
  const draftOn = async (slug: string, { id }: Doc, data: object): Promise<Doc> =>
    (await payload.update({
      collection: slug as CollectionSlug,
      id,
      data: { ...data, _status: 'draft' } as never,
      draft: true,
      depth: 0,
    })) as unknown as Doc

  /** All that is stored of a document, and planned for it, in one word. */
  async function stored(slug: string, id: number): Promise<string> {
    const table = slug.replaceAll('-', '_')
    const hasVersions = payload.collections[slug as CollectionSlug].config.versions
    const versions = hasVersions
      ? `(SELECT string_agg(v::text, '' ORDER BY id) FROM _${table}_v AS v WHERE parent_id = $1)`
      : `''`
    // By a connection that is open.
    const { rows } = await payload.db.pool.query<{ hash: string }>(
      `SELECT md5(concat((SELECT own::text FROM ${table} AS own WHERE id = $1), ${versions},
         (SELECT string_agg(p::text, '') FROM planned.changes AS p WHERE collection = '${slug}' AND document = $1))) AS hash`,
      [id],
    )
    return rows[0]?.hash ?? ''
  }

  /** All rows of the content and of accounts; not what Payload remembers of who has what open. */
  async function everything() {
    const all = await fingerprint(cms.url)
    const content = Object.entries(all).filter(([table]) => !/^payload_|^users_sessions$/.test(table))
    return Object.fromEntries(content.toSorted(([one], [other]) => one.localeCompare(other)))
  }

  const count = async (slug: string): Promise<number> =>
    (await payload.count({ collection: slug as CollectionSlug })).totalDocs

  return {
    ...cms,
    top,
    own,
    below,
    others,
    places,
    people,
    given,
    dataOf,
    fresh,
    draftOn,
    stored,
    everything,
    count,
    unit,
    page,
  }
}

export type RightsSite = Awaited<ReturnType<typeof rightsSite>>
