import type { ReactNode } from 'react'
import { formatPhone } from '../../domain/phone.ts'

/** A link; to other sites it says so to browsers and search engines. */
export function Link({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel={/^https?:/.test(href) ? 'external' : undefined}>
      {children}
    </a>
  )
}

/** A number (E.164) to call, shown in pairs. */
export function PhoneLink({ number }: { number: string }) {
  return <a href={`tel:${number}`}>{formatPhone(number)}</a>
}
