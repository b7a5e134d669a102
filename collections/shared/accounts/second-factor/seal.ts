import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { environment } from '../../environment.ts'

const key = (use: string) =>
  Buffer.from(hkdfSync('sha256', environment.secret, '', `second factor: ${use}`, 32))

const NONCE = 12
const TAG = 16

/** Seals a text for the database, so that its copies tell nothing without the site's secret (AES-256-GCM). */
export function seal(text: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key('seal'), nonce, { authTagLength: TAG })
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** The text that was sealed; null if it was by another secret, or is not whole. */
export function unseal(sealed: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key('seal'), sealed.subarray(0, NONCE), {
      authTagLength: TAG,
    })
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** What is kept of a recovery code. */
export const hashOf = (code: string): Buffer => createHmac('sha256', key('recovery')).update(code).digest()
