import type { CollectionSlug, PayloadRequest } from 'payload'
import { allOf } from './listed.ts'
import { WrongCell } from './wrong-cell.ts'

type Known = { titles: Map<number, string>; ids: Map<string, number[]> }

/** What a field with references holds: a number, or one with its collection if it may be of several. */
export type Reference = number | { relationTo: string; value: number }

/**
 * Names of documents that cells refer to: »Kontakt #12«, with the kind in front where there are several. Those of a collection
 * are read once, as far as the user may read them.
 */
export class Names {
  private readonly known = new Map<string, Promise<Known>>()

  constructor(private readonly req: PayloadRequest) {}

  async tell(slugs: string | readonly string[], value: unknown): Promise<string> {
    const { slug, id } = referred(slugs, value)
    if (!slug || !id) return ''
    const { titles } = await this.of(slug)
    const name = [titles.get(id), `#${id}`].filter(Boolean).join(' ')
    return typeof slugs === 'string' ? name : `${this.kind(slug)}: ${name}`
  }

  /** The document that a cell means; throws a WrongCell if it is none, or not one alone. */
  async read(slugs: string | readonly string[], cell: string): Promise<Reference> {
    if (cell.length > LONGEST) throw new WrongCell('Navnet er for langt.')
    const all = [slugs].flat()
    const named = all.length > 1 ? all.filter((slug) => startsWith(cell, `${this.kind(slug)}:`)) : []
    const rest = named[0] ? cell.slice(this.kind(named[0]).length + 1).trim() : cell
    const found: { slug: string; id: number }[] = []
    for (const slug of named.length > 0 ? named : all)
      found.push(...(await this.find(slug, rest)).map((id) => ({ slug, id })))
    const [one] = found
    if (!one) throw new WrongCell(`»${cell}« findes ikke.`)
    if (found.length > 1) {
      const names = await Promise.all(
        found
          .slice(0, 5)
          .map(({ slug, id }) =>
            this.tell(slugs, typeof slugs === 'string' ? id : { relationTo: slug, value: id }),
          ),
      )
      throw new WrongCell(`»${cell}« kan være ${names.join(' eller ')}. Skriv, hvilken.`)
    }
    return typeof slugs === 'string' ? one.id : { relationTo: one.slug, value: one.id }
  }

  private async find(slug: string, text: string): Promise<number[]> {
    const { titles, ids } = await this.of(slug)
    const { title = '', number } = /^(?<title>.*?)\s*#(?<number>\d{1,10})$/s.exec(text)?.groups ?? {}
    if (number === undefined) return ids.get(folded(text)) ?? []
    const id = Number(number)
    const known = titles.get(id)
    if (known === undefined) return []
    if (title && folded(title) !== folded(known))
      throw new WrongCell(
        `#${id} hedder »${known}«, ikke »${title}«. Skriv navnet uden nummer, eller ret det.`,
      )
    return [id]
  }

  private of(slug: string): Promise<Known> {
    const known = this.known.get(slug) ?? this.load(slug)
    this.known.set(slug, known)
    return known
  }

  private async load(slug: string): Promise<Known> {
    const { payload } = this.req
    const title = payload.collections[slug as CollectionSlug].config.admin.useAsTitle ?? 'id'
    const { docs } = await payload.find({
      ...allOf(slug, this.req),
      select: { [title]: true },
    })
    const titles = new Map<number, string>()
    const ids = new Map<string, number[]>()
    for (const doc of docs as unknown as (Record<string, unknown> & { id: number })[]) {
      const name = typeof doc[title] === 'string' ? doc[title].replace(/\s+/g, ' ').trim() : ''
      titles.set(doc.id, name)
      ids.set(folded(name), [...(ids.get(folded(name)) ?? []), doc.id])
    }
    return { titles, ids }
  }

  private kind(slug: string): string {
    return String(this.req.payload.collections[slug as CollectionSlug].config.labels.singular)
  }
}

/** More than any title with its kind. */
const LONGEST = 500

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

const startsWith = (text: string, start: string): boolean => folded(text).startsWith(folded(start))

function referred(slugs: string | readonly string[], value: unknown): { slug?: string; id?: number } {
  if (typeof value === 'number' && typeof slugs === 'string') return { slug: slugs, id: value }
  if (typeof value !== 'object' || value === null) return {}
  const { relationTo, value: inside, id } = value as { relationTo?: string; value?: unknown; id?: unknown }
  const number = Number(typeof inside === 'object' ? (inside as { id?: unknown } | null)?.id : (inside ?? id))
  const slug = relationTo ?? (typeof slugs === 'string' ? slugs : undefined)
  return slug && number ? { slug, id: number } : {}
}
