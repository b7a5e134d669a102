import type { Page } from '../../src/payload-types.ts'

/** Finds documents that were created before the pages' blocks, by their names in the content; throws on an unknown name. */
export type Refs = {
  page: (path: string) => number
  box: (name: string) => number
  department: (name: string) => number
  guidance: (title: string) => number
  story: number
}

/** A page of the first content. Its slug and parent follow from its path. */
export type FirstPage = {
  path: string
  title: string
  summary: string
  inMenu?: boolean
  blocks: (refs: Refs) => NonNullable<Page['blocks']>
}
