import type {
  CollectionAfterErrorHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import type { Media } from '../../../src/payload-types.ts'
import { type FileNames, namesOf } from './file-names.ts'

/** Where files are, by name. All reject if it does not answer. */
export type Storage = {
  /** null: there is none of that name. */
  read(name: string): Promise<Stored | null>
  write(name: string, file: Stored): Promise<void>
  remove(name: string): Promise<void>
}
type Stored = { data: Buffer; mimeType: string }

type Hooks = NonNullable<CollectionConfig['hooks']>

/**
 * Hooks that make a storage end as it was when a save or a deletion is refused after Payload has written there: what was there
 * comes back, what is new goes. (What hold-files.ts does for a folder.)
 */
export function undoing(
  storage: Storage,
): Required<Pick<Hooks, 'beforeOperation' | 'beforeDelete' | 'beforeValidate' | 'afterError'>> {
  const note = async (id: number, req: PayloadRequest) => {
    const doc = await req.payload.db.findOne<Media>({
      collection: 'media',
      where: { id: { equals: id } },
      req,
    })
    if (!doc) return
    for (const name of namesOf(doc)) changesOf(req).before.set(name, await storage.read(name))
  }

  const beforeReplacing: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
    const { id } = args as { id?: number }
    const isWritten = req.file !== undefined || req.query.uploadEdits !== undefined
    if (operation === 'update' && isWritten && id !== undefined) await note(id, req)
  }

  const beforeDelete: CollectionBeforeDeleteHook = ({ id, req }) => note(Number(id), req)

  const afterError: CollectionAfterErrorHook = async ({ req }) => {
    const { before, written } = changesOf(req)
    const undone = await Promise.allSettled([
      ...[...before].map(([name, file]) => file && storage.write(name, file)),
      ...[...written].filter((name) => !before.has(name)).map((name) => storage.remove(name)),
    ])
    for (const result of undone) if (result.status === 'rejected') req.payload.logger.warn(result.reason)
  }

  return {
    beforeOperation: [beforeReplacing],
    beforeDelete: [beforeDelete],
    beforeValidate: [noteWritten],
    afterError: [afterError],
  }
}

type Changes = { before: Map<string, Stored | null>; written: Set<string> }

const changesOf = (req: PayloadRequest): Changes =>
  ((req.context ??= {})[CHANGES] ??= { before: new Map(), written: new Set() } satisfies Changes) as Changes

const CHANGES = 'files that this request changes in the storage'

const noteWritten: CollectionBeforeValidateHook = ({ data, req }) => {
  if (!req.file) return
  for (const name of namesOf((data ?? {}) as FileNames)) changesOf(req).written.add(name)
}
