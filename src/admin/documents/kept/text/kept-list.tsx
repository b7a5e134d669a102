'use client'

import { useConfig } from '@payloadcms/ui'
import { collectionAddress, globalAddress } from '../../../../domain/addresses.ts'
import type { Place } from './store.ts'
import { useNames } from '../use-names.ts'

/** The forms in which something was typed that is not saved, each with the way there. */
export function KeptList({ places }: { places: readonly Omit<Place, 'user'>[] }) {
  const { getEntityConfig } = useConfig()
  const nameOf = useNames()
  return (
    <ul>
      {places.map(({ slug, document }) => {
        const global = document === 'global' && getEntityConfig({ globalSlug: slug })
        const noun = String(getEntityConfig({ collectionSlug: slug })?.labels.singular ?? slug)
        const name = global
          ? `»${String(global.label)}«`
          : document === 'create'
            ? `${noun}, som ikke er oprettet endnu`
            : `${noun} »${nameOf(slug, document) ?? `nr. ${document}`}«`
        const address = global ? globalAddress(slug) : `${collectionAddress(slug)}/${document}`
        return (
          <li key={`${slug} ${document}`}>
            <a href={address}>{name}</a>
          </li>
        )
      })}
    </ul>
  )
}
