import { forget } from './text/store.ts'

type Update = { entitySlug: string; id?: number | string; drawerSlug?: string } | null
type Form = { slug: string | undefined; id: number | string | undefined; drawerSlug: string | undefined }

/** Under which keys this window keeps the typing of its forms; also of one that was left while it was being saved. */
const keys = new Map<string, string>()

const nameOf = ({ slug, id, drawerSlug }: Form): string =>
  JSON.stringify([slug, id ?? null, drawerSlug ?? null])

/** Whether a save was that of a form. Payload tells it of every form in the window. */
export const isSaveOf = (update: Update, form: Form): boolean =>
  update !== null &&
  nameOf({ slug: update.entitySlug, id: update.id, drawerSlug: update.drawerSlug }) === nameOf(form)

export function noteKey(form: Form, key: string | null): void {
  if (key === null) keys.delete(nameOf(form))
  else keys.set(nameOf(form), key)
}

/** Removes what was kept of a form that has been saved. */
export function forgetSaved(update: Update): void {
  if (!update) return
  const name = nameOf({ slug: update.entitySlug, id: update.id, drawerSlug: update.drawerSlug })
  const key = keys.get(name)
  if (key) forget(localStorage, key)
  keys.delete(name)
}

let left: { form: string; key: string } | null = null

/** Notes that a form goes away with something typed in it. */
export function noteLeft(form: Form, key: string): void {
  const noted = { form: nameOf(form), key }
  left = noted
  setTimeout(() => {
    if (left === noted) left = null
  })
}

/**
 * What was being typed in the form whose place a new one takes at this moment, as when the server sends the page anew after
 * a take-over; null when there was none.
 */
export const leftFor = (form: Form): string | null => (left?.form === nameOf(form) ? left.key : null)
