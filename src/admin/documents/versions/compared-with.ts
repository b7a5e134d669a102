/** Payload's name for the version that another is compared with, in that one's address. */
export const COMPARED = 'versionFrom'

/** What stands after a version's address to compare it with this one; of none, with the one before it. */
export const comparedWith = (id: number | string | undefined): string =>
  id === undefined ? '' : `?${COMPARED}=${id}`
