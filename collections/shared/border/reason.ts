import { Forbidden, NotFound, ValidationError } from 'payload'

/** Why a document cannot be saved, in Danish; null if that is nothing of the document: the database is away, a program is wrong. */
export const reasonOf = (error: unknown): string | null => reasonsOf(error)?.[0] ?? null

/** All that is wrong with a document that cannot be saved, as `reasonOf`. */
export function reasonsOf(error: unknown): [string, ...string[]] | null {
  if (error instanceof ValidationError) {
    const [first = 'Noget er ikke rigtigt.', ...others] = error.data.errors.map(({ label, message }) =>
      typeof label === 'string' && label && !message.includes('»') ? `»${label}«: ${message}` : message,
    )
    return [first, ...others]
  }
  if (error instanceof Forbidden) return ['Du har ikke ret til at gemme den.']
  if (error instanceof NotFound) return ['Den findes ikke mere.']
  if (error instanceof Error && 'isInDanish' in error) return [error.message]
  return isBusy(error) ? ['En anden gemmer den lige nu. Prøv igen om lidt.'] : null
}

/** Whether somebody holds a row, longer than anybody waits. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && ['55P03', '40P01', '57014'].includes(String(error.code))) || isBusy(error.cause))
