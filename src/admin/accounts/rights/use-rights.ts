import { useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { ClientCollectionConfig } from 'payload'
import { type Account, accountFrom, reachOf } from '../../../domain/accounts/rights.ts'
import { whyNot } from '../../../domain/accounts/rights-words.ts'
import type { User } from '../../../payload-types.ts'

/** Who uses the admin, as the table of rights knows them; null: nobody yet. */
export function useAccount(): Account | null {
  const { user } = useAuth()
  return user ? accountFrom(user as unknown as User) : null
}

/**
 * Why one may not save the document of a form, or not change what visitors see of it, in Danish; null: one may. The server has
 * said so, by where the document stands; what is told is the reason.
 */
export function useRights(): { saving: string | null; publishing: string | null } {
  const account = useAccount()
  const { getEntityConfig } = useConfig()
  const { id, collectionSlug, globalSlug, hasSavePermission, hasPublishPermission } = useDocumentInfo()
  const slug = collectionSlug ?? globalSlug ?? ''
  if (!account || reachOf(account, 'publish', slug) === 'all') return { saving: null, publishing: null }
  const config = collectionSlug
    ? (getEntityConfig({ collectionSlug }) as ClientCollectionConfig | undefined)
    : undefined
  const hasDrafts = Boolean(config?.versions && config.versions.drafts)
  const saving = hasSavePermission
    ? null
    : whyNot(account, hasDrafts ? 'draft' : 'publish', slug, id === undefined ? 'new' : 'stands')
  if (!hasDrafts || saving !== null) return { saving, publishing: saving }
  return { saving, publishing: hasPublishPermission ? null : whyNot(account, 'publish', slug) }
}
