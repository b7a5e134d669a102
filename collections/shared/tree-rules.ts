import type { RelationshipFieldSingleValidation } from 'payload'
import { Tree } from '../../src/domain/tree.ts'

/** A `parent` field may not point to the document itself or to anything below it. */
export const refuseCycle =
  (collection: 'pages' | 'departments', message: string): RelationshipFieldSingleValidation =>
  async (value, { id, req }) => {
    if (!value || !id) return true
    const { docs } = await req.payload.find({
      collection,
      depth: 0,
      pagination: false,
      select: { parent: true },
      req,
    })
    const tree = new Tree(docs.map((doc) => ({ id: doc.id, parent: idOf(doc.parent), slug: '' })))
    return tree.hasCycle(Number(id), Number(value)) ? message : true
  }

/** The id of a relationship, populated or not. */
export const idOf = (value: number | { id: number } | null | undefined): number | null =>
  typeof value === 'object' ? (value?.id ?? null) : (value ?? null)
