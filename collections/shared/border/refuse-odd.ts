import type {
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  FlattenedField,
  GlobalBeforeOperationHook,
  PayloadRequest,
  Plugin,
  SanitizedConfig,
} from 'payload'
import { type Field, ValidationError } from 'payload'
import { unreadable } from '../../../src/domain/text/readable.ts'
import { comparisonProblem } from './comparisons.ts'
import { endWithFirstRefusal } from './first-refusal.ts'
import { Refusal } from './refusal.ts'
import { isOrderKey } from './order-key.ts'
import { isCondition, MOST_AT_ONCE, questionProblem } from './questions.ts'
import { emptyLists, wrongShapes } from './shapes.ts'

/**
 * Nothing reaches Payload's operations that they would fail on: data of another shape than their fields, questions without
 * sense. A plugin, so that no new collection can forget; it holds for REST, the admin's forms and code alike.
 */
export const refuseOdd: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [refuseOddOperation, ...(collection.hooks?.beforeOperation ?? [])],
      afterOperation: [...(collection.hooks?.afterOperation ?? []), endWithFirstRefusal],
    },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    hooks: { ...global.hooks, beforeOperation: [refuseOddGlobal, ...(global.hooks?.beforeOperation ?? [])] },
  })),
})

/**
 * The same for the collections that Payload adds itself after all plugins: who has a document open, and what each user's
 * admin remembers. A document is opened in nobody's name but one's own.
 */
export function refuseOddInside(config: SanitizedConfig): SanitizedConfig {
  for (const { slug, hooks } of config.collections) {
    if (!slug.startsWith('payload-')) continue
    // What Payload itself saves there has a shape of its own, such as a whole user.
    hooks.beforeOperation.unshift(refuseOddQuestion)
    if (slug === 'payload-locked-documents') hooks.beforeValidate.push(asOneself)
  }
  return config
}

const asOneself: CollectionBeforeValidateHook = ({ data, req }) =>
  req.user ? { ...data, user: { relationTo: req.user.collection, value: req.user.id } } : data

type Asked = Parameters<CollectionBeforeOperationHook>[0]

/** Answers what is asked with a bound on it. */
function refuseOddQuestion({ args, operation, collection, req }: Asked): Asked['args'] {
  const given = args as Record<string, unknown>
  refuseWrongQuestion(given, collection.flattenedFields, req)
  const isOfMany = given.id === undefined && (operation === 'update' || operation === 'delete')
  if (isOfMany && !isCondition(given.where)) throw new Refusal('Sig, hvilke det gælder, med where.')
  const isForAll = operation === 'read' && isEndless(given)
  return isForAll && req.payloadAPI === 'REST' ? { ...args, limit: MOST_AT_ONCE } : args
}

/** Whether all documents are asked for, however many there are. */
const isEndless = ({ limit, pagination }: Record<string, unknown>): boolean =>
  limit === 0 || (limit === undefined && pagination === false)

const refuseOddOperation: CollectionBeforeOperationHook = (asked) => {
  const { operation, collection, req } = asked
  const args = refuseOddQuestion(asked)
  const given = args as Record<string, unknown>
  // A duplicate needs no data of its own.
  const isCopied = given.duplicateFromID !== undefined && given.data === undefined
  if ((operation === 'create' || operation === 'update') && !isCopied)
    refuseWrongData(collection.fields, given.data, { collection: collection.slug, req })
  return args
}

const refuseOddGlobal: GlobalBeforeOperationHook = ({ args, operation, global, req }) => {
  const given = args as Record<string, unknown>
  refuseWrongQuestion(given, global.flattenedFields, req)
  if (operation === 'update') refuseWrongData(global.fields, given.data, { global: global.slug, req })
}

function refuseWrongQuestion(
  asked: Record<string, unknown>,
  fields: FlattenedField[],
  { payload }: PayloadRequest,
): void {
  const problem =
    questionProblem(asked) ??
    comparisonProblem(asked.where as object | undefined, fields, payload.config.collections)
  if (problem) throw new Refusal(problem)
}

type Origin = Pick<ConstructorParameters<typeof ValidationError>[0], 'collection' | 'global' | 'req'>

function refuseWrongData(fields: Field[], data: unknown, origin: Origin): void {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Refusal('Det, der skal gemmes, mangler eller kan ikke læses.')
  const errors = wrongShapes(fields, data)
  // What is in no field has no name to be told by.
  const problem = errors.length === 0 && unreadable(data)
  if (problem) throw new Refusal(problem)
  emptyLists(fields, data)
  const { _order } = data as { _order?: unknown }
  if (_order !== undefined && _order !== null && !isOrderKey(_order))
    errors.push({ path: '_order', message: 'Pladsen i rækkefølgen kan ikke læses.' })
  if (errors.length > 0) throw new ValidationError({ ...origin, errors: errors.slice(0, 20) }, origin.req?.t)
}
