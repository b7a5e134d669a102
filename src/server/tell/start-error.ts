import { say } from './language.ts'

/** A reason not to start that the person at the terminal can fix. Shown as one line, without a stack. */
export class StartError extends Error {
  override name = 'StartError'
}

/**
 * The error as one that a person can fix, if the system has refused something that a person can allow: a full disk, a file
 * or folder of another user. Otherwise null.
 */
export function explain(error: unknown): StartError | null {
  if (error instanceof StartError) return error
  if (!(error instanceof Error)) return null
  const {
    code = '',
    path,
    address,
    dest,
  } = error as NodeJS.ErrnoException & {
    address?: string
    dest?: string
  }
  const place = dest ?? path ?? address
  // The last is PostgreSQL's: disk_full.
  if (/^(ENOSPC|EDQUOT|53100)$/.test(code)) {
    const where = place ? ` (${place})` : ''
    return new StartError(
      say({
        da: `Disken er fuld${where}: gør plads, og prøv igen.`,
        en: `The disk is full${where}: make room and try again.`,
      }),
    )
  }
  if (place && /^(EACCES|EPERM|EROFS)$/.test(code)) {
    return new StartError(
      say({
        da: `${place} kan ikke læses eller skrives af denne bruger (${code}): giv den mappen med "chown -R", eller start som den, der ejer den.`,
        en: `This user cannot read or write ${place} (${code}): give it the folder with "chown -R", or start as its owner.`,
      }),
    )
  }
  return null
}
