import type { SanitizedConfig } from 'payload'

/**
 * A document is locked for whoever asks, and for nobody else: Payload would believe whoever is named. Its collection of locks is
 * there only when the config is whole.
 */
export async function ownLocks(made: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await made
  const locks = config.collections.find(({ slug }) => slug === 'payload-locked-documents')
  locks?.hooks.beforeChange.push(({ data, req }) =>
    req.user ? { ...data, user: { relationTo: req.user.collection, value: req.user.id } } : data,
  )
  return config
}
