/**
 * How a field of a document is merged:
 * - `value`: as one;
 * - `text`: rich text (Lexical's JSON), by its paragraphs;
 * - `record`: an object by its keys, such as a week by its days; anything else as one value;
 * - `list`: several values, each of which is there or not;
 * - `group`: each of its fields;
 * - `rows`: each row, known by its `id` wherever it stands, by the fields that such a row has.
 */
export type Shape =
  | { kind: 'value' | 'text' | 'record' | 'list' }
  | { kind: 'group'; fields: Fields }
  | { kind: 'rows'; fieldsOf: (row: Row) => Fields }

export type Fields = Readonly<Record<string, Shape>>

export type Row = Readonly<Record<string, unknown>>

/** The three documents, or what they have at one place. `base` is what both editors began with. */
export type Three<Value = unknown> = { base: Value; theirs: Value; mine: Value }

/** What stands for a base that is not there any more: whatever differs may have been changed by both. */
export const UNKNOWN = Symbol('unknown')
