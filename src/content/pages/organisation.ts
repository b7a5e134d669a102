import { ON_ONE_SIDE, sideOfItem } from '../../domain/sides.ts'
import type { Department } from '../../payload-types.ts'
import { departmentBlocks } from '../reading/places.ts'
import { refId, type Reader, type Ref } from '../reading/reader.ts'
import { richText, type RichText } from './rich-text.ts'
import { labels } from '../reading/words.ts'
import { around, fill, type Around, type Sentence } from '../../domain/words/sentence.ts'
import type { BlockView } from './blocks.ts'

export type LeaderView = {
  /** What the appointment is called in a link. */
  id: string
  name: string
  title: string
  /** The number, with the words around it, and `Ring til Christian Roslev`. */
  phone: (Around & { number: string; whom: string }) | null
  email: string | null
}

export type UnitView = { id: string; name: string; units: UnitView[] }

type UnitGroup = { heading: string | null; units: UnitView[] }

export type DepartmentView = {
  id: string
  name: string
  body: RichText
  groups: UnitGroup[]
  leaders: { heading: string; people: LeaderView[] } | null
}

/** A node of the organisation chart. */
export type ChartNode = {
  /** Where the page shows it, as a link within the page; null if it does not. */
  href: string | null
  name: string
  leader: string | null
  children: ChartNode[]
  /** The staff functions below it, apart from its other units under a heading of their own. */
  staff: { heading: string; units: ChartNode[] } | null
  /** How many units there are below it, in words, if they are folded. */
  folded: string | null
  /** How many units right below it the chart has no room for, in words. */
  more: string | null
}

/** One entry for each department right below `ref`, with its text, units and leaders. */
export async function departmentBlock(
  heading: string | null,
  ref: Ref,
  reader: Reader,
): Promise<Extract<BlockView, { type: 'department' }>> {
  const below = byParent(await reader.all('departments'))
  const { items, sides } = reader.part(below(refId(ref)), ON_ONE_SIDE.departments)
  return {
    type: 'department',
    heading,
    departments: await Promise.all(items.map((doc) => departmentView(doc, below, reader))),
    sides,
  }
}

/** The departments right below one, in the editors' order. */
type Below = (id: number | null) => Department[]

function byParent(all: readonly Department[]): Below {
  const children = new Map<number | null, Department[]>()
  for (const doc of all) {
    const parent = refId(doc.parent)
    const siblings = children.get(parent)
    if (siblings) siblings.push(doc)
    else children.set(parent, [doc])
  }
  return (id) => (id === null ? [] : (children.get(id) ?? []))
}

async function departmentView(doc: Department, below: Below, reader: Reader): Promise<DepartmentView> {
  const { contact } = await labels(reader)
  const people = await leaders(doc, reader)
  const children = below(doc.id)
  const staff = children.filter(({ kind }) => kind === 'staff')
  const units = children.filter(({ kind }) => kind !== 'staff')
  return {
    id: departmentAnchor(doc.id),
    name: doc.name,
    body: await richText(doc.body, reader),
    groups: [
      { heading: doc.unitsHeading || null, units: units.map((unit) => unitView(unit, below)) },
      { heading: doc.staffHeading || null, units: staff.map((unit) => unitView(unit, below)) },
    ].filter((group) => group.units.length > 0),
    leaders: people.length ? { heading: contact.leaders, people } : null,
  }
}

/** What a department, and an appointment in one, are called on the page that shows them. */
export const departmentAnchor = (id: number): string => `afdeling-${id}`
export const leaderAnchor = (appointment: string): string => `leder-${appointment}`

const unitView = (doc: Department, below: Below, depth = 0): UnitView => ({
  id: departmentAnchor(doc.id),
  name: doc.name,
  units: depth < MAX_DEPTH ? below(doc.id).map((child) => unitView(child, below, depth + 1)) : [],
})

/** Validation prevents circles, but data written without it must not hang a page. */
const MAX_DEPTH = 8

async function leaders(doc: Department, reader: Reader): Promise<LeaderView[]> {
  const { contact } = await labels(reader)
  const appointments = doc.appointments ?? []
  const people = await Promise.all(appointments.map(({ person }) => reader.one('people', person)))
  return appointments.flatMap(({ id, title, acting }, index) => {
    const person = people[index]
    if (!person) return []
    return {
      id: leaderAnchor(id ?? `${doc.id}-${index}`),
      name: person.name,
      title: acting ? fill(contact.acting, { title }) : title,
      phone: person.phone
        ? {
            ...around(contact.phone),
            number: person.phone,
            whom: fill(contact.callWhom, { name: person.name }),
          }
        : null,
      email: person.email || null,
    }
  })
}

/** Where a page shows a department: on which side of its list, and whether with its leaders, or only its name within another. */
export type DepartmentPlace = { side: number; isWhole: boolean }

/** By page and department (`12:34`): where those stand that pages show. */
export const departmentPlaces = (reader: Reader): Promise<ReadonlyMap<string, DepartmentPlace>> =>
  reader.derived('places of departments', async () => {
    const below = byParent(await reader.all('departments'))
    const places = new Map<string, DepartmentPlace>()
    for (const { page, top } of await departmentBlocks(reader.database)) {
      const add = (doc: Department, place: DepartmentPlace): void => {
        const key = `${page}:${doc.id}`
        if (places.has(key)) return
        places.set(key, place)
        for (const child of below(doc.id)) add(child, { ...place, isWhole: false })
      }
      for (const [index, doc] of below(top).entries())
        add(doc, { side: sideOfItem(index, ON_ONE_SIDE.departments), isWhole: true })
    }
    return places
  })

/**
 * The organisation below `ref` as a tree, each unit with its first leader; null if `ref` is not published. If there is no
 * room for all, upper levels come before lower ones.
 */
export async function chart(ref: Ref, reader: Reader): Promise<ChartNode | null> {
  const all = await reader.all('departments')
  const below = byParent(all)
  const top = all.find((doc) => doc.id === refId(ref))
  if (!top) return null
  const shown = upperLevels(top, below)
  const { contact } = await labels(reader)
  const node = async (doc: Department, depth: number): Promise<ChartNode> => {
    const [leader] = await leaders(doc, reader)
    const children = shown.get(doc.id) ?? []
    const isStaff = ({ kind }: Department): boolean => kind === 'staff' && Boolean(doc.staffHeading)
    const nodes = (docs: Department[]) => Promise.all(docs.map((child) => node(child, depth + 1)))
    const staff = await nodes(children.filter(isStaff))
    const units = below(doc.id).length
    const isFolded = depth === 1 && children.length > 0 && shown.size > MOST_UNFOLDED
    return {
      href: `#${departmentAnchor(doc.id)}`,
      name: doc.name,
      leader: leader ? `${leader.title} ${leader.name}` : null,
      children: await nodes(children.filter((child) => !isStaff(child))),
      staff: staff.length ? { heading: doc.staffHeading ?? '', units: staff } : null,
      folded: isFolded ? inWords(units, contact.unit, contact.units) : null,
      more:
        children.length === 0
          ? inWords(units, contact.unit, contact.units)
          : inWords(units - children.length, contact.moreUnit, contact.moreUnits),
    }
  }
  return node(top, 0)
}

/** By the id of each unit that the chart has room for: those of the units right below it that it has room for, too. */
function upperLevels(top: Department, below: Below): Map<number, Department[]> {
  const shown = new Map<number, Department[]>([[top.id, []]])
  const queue = [top]
  // An array that grows is read to its end.
  for (const doc of queue) {
    const children = below(doc.id)
      .filter(({ id }) => !shown.has(id))
      .slice(0, MOST_IN_CHART - queue.length)
    for (const child of children) shown.set(child.id, [])
    shown.set(doc.id, children)
    queue.push(...children)
  }
  return shown
}

const inWords = (count: number, one: Sentence<'count'>, many: Sentence<'count'>): string | null =>
  count === 0 ? null : fill(count === 1 ? one : many, { count: count.toLocaleString('da-DK') })

const MOST_IN_CHART = 300
/** A larger chart is folded below its second level. */
const MOST_UNFOLDED = 40
