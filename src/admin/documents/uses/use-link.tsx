import { collectionAddress, globalAddress } from '../../../domain/addresses.ts'
import type { Use } from './use-uses.ts'

/** Something that uses a document: its form, and whether it lies under it. */
export const UseLink = ({ use: { slug, id, name, isBelow } }: { use: Use }) => (
  <>
    <a href={id === null ? globalAddress(slug) : `${collectionAddress(slug)}/${id}`}>{name}</a>
    {isBelow && ' ligger under'}
  </>
)
