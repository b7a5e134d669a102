/** The names in braces of a text: `count` and `query` of `{count} resultater for »{query}«`. */
export type PlaceholderIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderIn<Rest>
  : never

/** A text with placeholders; `Name` says which. It is not a string, so that it cannot be shown unfilled. */
export type Sentence<Name extends string> = { readonly text: string; readonly needs?: Name }

/** The sentence with each placeholder replaced. Braces in a value stay as they are. */
export const fill = <Name extends string>(
  { text }: Sentence<Name>,
  values: Record<NoInfer<Name>, string>,
): string =>
  text.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as Name] : whole,
  )

/** What stands before and after the one placeholder of a sentence whose value is an element of the page. */
export type Around = { before: string; after: string }

export function around({ text }: Sentence<string>): Around {
  const [before = '', , after = ''] = text.split(PLACEHOLDER)
  return { before, after }
}

/** The names of the placeholders in a text, in their order. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)

const PLACEHOLDER = /\{([^{}]*)\}/g
