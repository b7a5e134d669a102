import net from 'node:net'
import { say } from '../tell/language.ts'
import type { Environment } from './env.ts'

type Place = Pick<Environment, 'port' | 'host' | 'trustedProxies'>

/**
 * Says why the server cannot listen where it shall, and what to set.
 *
 * @param code the system's, such as EADDRINUSE; null if it can
 */
export function portFault({ port, host }: Place, code: string | null): string | null {
  if (code === null) return null
  if (code === 'EADDRINUSE')
    return say({
      da: `PORT: port ${port} er optaget. Stop det andet program, eller sæt PORT til en anden.`,
      en: `PORT: port ${port} is taken. Stop the other program, or set PORT to another.`,
    })
  if (code === 'EACCES')
    return say({
      da: `PORT: port ${port} må denne bruger ikke åbne. Sæt PORT til en fra 1024, med en proxy foran.`,
      en: `PORT: this user may not open port ${port}. Set PORT to one from 1024, with a proxy in front.`,
    })
  if (host)
    return say({
      da: `HOST er "${host}", som ikke er en af maskinens adresser (${code}). Sæt HOST til en, for eksempel 127.0.0.1.`,
      en: `HOST is "${host}", which is none of the machine's addresses (${code}). Set HOST to one, such as 127.0.0.1.`,
    })
  return say({
    da: `PORT: port ${port} kan ikke bruges (${code}). Vælg en anden.`,
    en: `PORT: port ${port} cannot be used (${code}). Choose another.`,
  })
}

/** Warns when visitors may be counted by an address of their own choice; null if they cannot. */
export function proxyWarning({ host, trustedProxies }: Place): string | null {
  if (trustedProxies === 0 || isLoopback(host)) return null
  return say({
    da: `TRUST_PROXY er ${trustedProxies}: hvem der når serveren uden om proxyen, vælger selv den adresse, som grænserne tæller. Sæt HOST=127.0.0.1, eller luk porten for andre end proxyen.`,
    en: `TRUST_PROXY is ${trustedProxies}: whoever reaches the server past the proxy picks the address that limits count. Set HOST=127.0.0.1, or close the port to all but the proxy.`,
  })
}

/** Whether only this machine can reach what listens there. */
function isLoopback(host: string | undefined): boolean {
  if (host === undefined) return false
  return host === 'localhost' || host === '::1' || (net.isIPv4(host) && host.startsWith('127.'))
}
