import type { CollectionConfig, GlobalConfig } from 'payload'

/** Drafts, and the last 50 versions of each document. */
export const publishable = {
  versions: { drafts: true, maxPerDoc: 50 },
} satisfies Pick<CollectionConfig, 'versions'>

/** A global has no drafts: saved is published. Its last 50 versions are kept. */
export const versioned = { versions: { max: 50 } } satisfies Pick<GlobalConfig, 'versions'>
