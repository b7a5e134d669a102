import { documentsAddress } from '../addresses.ts'

/** Where the CMS has the subjects of files, and files to tidy. */
export const fileTagsAddress = `${documentsAddress('media')}/tags`
export const tidyFilesAddress = (what: string): string => `${documentsAddress('media')}/tidy?what=${what}`

/** A subject that files have, and how many. */
export type FileTag = { tag: string; files: number }

type Condition = { [field: string]: unknown }

/** A list's conditions as Payload's own filters write them: any of some groups, each of which holds altogether. */
export type ListConditions = { or?: { and?: Condition[] }[] } & Condition

/** The subject that a list is asked for; '' if for none, or by several conditions. */
export function tagOf(where: ListConditions | undefined): string {
  const found = groupsOf(where).map((group) => group.find(isOfTag)?.tags as { equals?: unknown } | undefined)
  const [first] = found
  return typeof first?.equals === 'string' && found.every((one) => one?.equals === first.equals)
    ? first.equals
    : ''
}

/** The same conditions, for another subject; '' for all. */
export function withTag(where: ListConditions | undefined, tag: string): ListConditions {
  const groups = groupsOf(where)
    .map((group) => [...group.filter((one) => !isOfTag(one)), ...(tag ? [{ tags: { equals: tag } }] : [])])
    .filter((group) => group.length > 0)
  return groups.length > 0 ? { or: groups.map((and) => ({ and })) } : {}
}

const groupsOf = (where: ListConditions | undefined): Condition[][] =>
  where?.or?.length
    ? where.or.map(({ and, ...one }) => and ?? (Object.keys(one).length > 0 ? [one] : []))
    : [
        where && Object.keys(where).length > 0 && !where.or
          ? ((where.and as Condition[] | undefined) ?? [where])
          : [],
      ]

const isOfTag = (condition: Condition): boolean => 'tags' in condition

/** Files that may need something: pictures without a description, what is there twice, what nothing uses. */
export type Untidy = 'undescribed' | 'same' | 'unused'

/** The first of them, and how many there are. */
export type FilesToTidy = { ids: number[]; total: number }
