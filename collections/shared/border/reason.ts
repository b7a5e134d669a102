import { Forbidden, NotFound, ValidationError } from 'payload'

/** Why a document cannot be saved, in Danish; null if that is nothing of the document: the database is away, a program is wrong. */
export function reasonOf(error: unknown): string | null {
  if (error instanceof ValidationError) {
    const [first] = error.data.errors
    const label = typeof first?.label === 'string' ? first.label : undefined
    const message = first?.message ?? 'Noget er ikke rigtigt.'
    return label && !message.includes('»') ? `»${label}«: ${message}` : message
  }
  if (error instanceof Forbidden) return 'Du har ikke ret til at gemme den.'
  if (error instanceof NotFound) return 'Den findes ikke mere.'
  if (error instanceof Error && 'isInDanish' in error) return error.message
  return isBusy(error) ? 'En anden gemmer den lige nu. Prøv igen om lidt.' : null
}

/** Whether somebody holds a row, longer than anybody waits. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && ['55P03', '40P01', '57014'].includes(String(error.code))) || isBusy(error.cause))
