import type { Department } from '../../payload-types.ts'
import { refId, type Reader, type Ref } from '../reading/reader.ts'
import { richText, type RichText } from './rich-text.ts'
import { labels } from '../reading/words.ts'
import { around, fill, type Around } from '../../domain/words/sentence.ts'
import type { BlockView } from './blocks.ts'

export type LeaderView = {
  name: string
  title: string
  /** The number, and the words around it. */
  phone: (Around & { number: string }) | null
  email: string | null
}

export type UnitView = { name: string; units: UnitView[] }

type UnitGroup = { heading: string | null; units: UnitView[] }

export type DepartmentView = {
  id: string
  name: string
  body: RichText
  groups: UnitGroup[]
  leaders: { heading: string; people: LeaderView[] } | null
}

/** A node of the organisation chart. */
export type ChartNode = { name: string; leader: string | null; children: ChartNode[] }

/** One entry for each department directly below `ref`. */
export async function departmentBlock(
  heading: string | null,
  ref: Ref,
  reader: Reader,
): Promise<Extract<BlockView, { type: 'department' }>> {
  const all = await reader.all('departments')
  const id = refId(ref)
  const below = all.filter((doc) => refId(doc.parent) === id && id !== null)
  return {
    type: 'department',
    heading,
    departments: await Promise.all(below.map((doc) => departmentView(doc, all, reader))),
  }
}

async function departmentView(doc: Department, all: Department[], reader: Reader): Promise<DepartmentView> {
  const { contact } = await labels(reader)
  const people = await leaders(doc, reader)
  const children = all.filter((child) => refId(child.parent) === doc.id)
  const staff = children.filter(({ kind }) => kind === 'staff')
  const units = children.filter(({ kind }) => kind !== 'staff')
  return {
    id: `afdeling-${doc.id}`,
    name: doc.name,
    body: richText(doc.body, reader),
    groups: [
      { heading: doc.unitsHeading || null, units: units.map((unit) => unitView(unit, all)) },
      { heading: doc.staffHeading || null, units: staff.map((unit) => unitView(unit, all)) },
    ].filter((group) => group.units.length > 0),
    leaders: people.length ? { heading: contact.leaders, people } : null,
  }
}

const unitView = (doc: Department, all: Department[], depth = 0): UnitView => ({
  name: doc.name,
  units:
    depth < MAX_DEPTH
      ? all.filter((child) => refId(child.parent) === doc.id).map((child) => unitView(child, all, depth + 1))
      : [],
})

/** Validation refuses cycles, but data written without it must not hang a page. */
const MAX_DEPTH = 8

async function leaders(doc: Department, reader: Reader): Promise<LeaderView[]> {
  const { contact } = await labels(reader)
  const appointments = doc.appointments ?? []
  const people = await Promise.all(appointments.map(({ person }) => reader.one('people', person)))
  return appointments.flatMap(({ title, acting }, index) => {
    const person = people[index]
    if (!person) return []
    return {
      name: person.name,
      title: acting
        ? fill(contact.acting, { title: `${title.charAt(0).toLowerCase()}${title.slice(1)}` })
        : title,
      phone: person.phone ? { ...around(contact.phone), number: person.phone } : null,
      email: person.email || null,
    }
  })
}

/** The organisation from `ref` down as a tree, each node with its first leader; null if `ref` is not published. */
export async function chart(ref: Ref, reader: Reader): Promise<ChartNode | null> {
  const all = await reader.all('departments')
  const top = all.find((doc) => doc.id === refId(ref))
  const node = async (doc: Department, depth: number): Promise<ChartNode> => {
    const [leader] = await leaders(doc, reader)
    const children = depth < MAX_DEPTH ? all.filter((child) => refId(child.parent) === doc.id) : []
    return {
      name: doc.name,
      leader: leader ? `${leader.title} ${leader.name}` : null,
      children: await Promise.all(children.map((child) => node(child, depth + 1))),
    }
  }
  return top ? node(top, 0) : null
}
