import type { ReactNode } from 'react'
import { formatPhone } from '../../domain/phone.ts'

/** A link. If it leads to another site, browsers and search engines are told. `spoken`: read aloud instead of its words. */
export function Link({
  href,
  spoken,
  children,
}: {
  href: string
  spoken?: string | undefined
  children: ReactNode
}) {
  return (
    <a href={href} aria-label={spoken} rel={/^https?:/.test(href) ? 'external' : undefined}>
      {children}
    </a>
  )
}

/** A link that calls a number (E.164), shown as people read it. Read aloud, it says whom it calls: `Ring til By og Land`. */
export function PhoneLink({ number, whom }: { number: string; whom: string }) {
  const shown = formatPhone(number)
  return (
    <a href={`tel:${number}`} aria-label={`${whom}: ${shown}`}>
      {shown}
    </a>
  )
}
