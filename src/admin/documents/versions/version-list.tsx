import { Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { CollectionSlug, DocumentViewServerProps, GlobalSlug, PaginatedDocs } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { momentWords } from '../trail/moment.ts'
import { VersionLink } from './version-link.tsx'
import css from './versions.module.css'

type Version = {
  id: number | string
  updatedAt: string
  version: { _status?: 'draft' | 'published'; updatedBy?: string | null }
}

/** The versions of a document, the newest first: when, by whom, and whether visitors saw it. In the drawer one is chosen. */
export async function VersionList(props: DocumentViewServerProps) {
  const { hasPublishedDoc, initPageResult, searchParams, versions: place } = props
  const { collectionConfig, docID, globalConfig, req } = initPageResult
  const page = Math.max(1, Math.min(1000, Number(searchParams?.page) || 1))
  const wanted = {
    depth: 0,
    limit: ON_A_PAGE,
    overrideAccess: false,
    page,
    req,
    select: { version: { _status: true, updatedBy: true }, updatedAt: true },
    sort: '-updatedAt',
    user: req.user,
  }
  const found = (
    collectionConfig
      ? await req.payload.findVersions({
          ...wanted,
          collection: collectionConfig.slug as CollectionSlug,
          where: { parent: { equals: docID } },
        } as never)
      : globalConfig
        ? await req.payload.findGlobalVersions({ ...wanted, slug: globalConfig.slug as GlobalSlug } as never)
        : notFound()
  ) as PaginatedDocs<Version>
  const hasDrafts = Boolean((collectionConfig ?? globalConfig)?.versions?.drafts)
  // What visitors see now. A global has no drafts: they see the newest.
  const isPublicNow = hasDrafts ? isPublished : () => true
  const publicNow =
    (hasPublishedDoc || !hasDrafts) && page === 1 ? found.docs.find(isPublicNow)?.id : undefined
  const isDrawer = place?.useVersionDrawerCreatedAtCell === true
  const list = (
    <>
      <table className={css.table}>
        <caption className={css.caption}>
          {found.totalDocs === 1 ? '1 version' : `${found.totalDocs} versioner`}, den nyeste først
        </caption>
        <thead>
          <tr>
            <th scope="col">Hvornår</th>
            <th scope="col">Ændret af</th>
            {hasDrafts && <th scope="col">Status</th>}
          </tr>
        </thead>
        <tbody>
          {found.docs.map((version) => (
            <tr key={version.id}>
              <td>
                <VersionLink
                  id={String(version.id)}
                  beside={publicNow === version.id ? undefined : publicNow}
                  isDrawer={isDrawer}
                >
                  {momentWords(Temporal.Instant.from(version.updatedAt))}
                </VersionLink>
              </td>
              <td>{version.version.updatedBy ?? 'Ikke noteret'}</td>
              {hasDrafts && <td>{statusOf(version, publicNow)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.pager}>
        {!isDrawer && found.hasPrevPage && <Link href={`?page=${page - 1}`}>Nyere</Link>}
        {!isDrawer && found.hasNextPage && <Link href={`?page=${page + 1}`}>Ældre</Link>}
      </p>
    </>
  )
  return (
    <>
      <SetDocumentStepNav
        collectionSlug={collectionConfig?.slug}
        globalSlug={globalConfig?.slug}
        id={docID}
        pluralLabel={collectionConfig?.labels.plural ?? globalConfig?.label}
        useAsTitle={collectionConfig?.admin.useAsTitle ?? globalConfig?.slug}
        view={req.i18n.t('version:versions')}
      />
      <main className="versions">
        {place?.disableGutter ? list : <Gutter className="versions__wrap">{list}</Gutter>}
      </main>
    </>
  )
}

/** All that are kept of a document (collections/shared/publishing.ts), so that the drawer needs no pages. */
const ON_A_PAGE = 50

const isPublished = ({ version }: Version): boolean => version._status === 'published'

function statusOf(version: Version, publicNow: Version['id'] | undefined): string {
  if (!isPublished(version)) return 'Kladde'
  return version.id === publicNow ? 'Offentliggjort nu' : 'Har været offentliggjort'
}
