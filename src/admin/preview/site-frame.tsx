'use client'

import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import css from './preview.module.css'

type Props = {
  title: string
  /** The addresses of the style sheets. */
  styleSheets: string[]
  children: ReactNode
}

/** Shows components of the public site in a frame with the site's own style sheets only. */
export function SiteFrame({ title, styleSheets, children }: Props) {
  const [body, setBody] = useState<HTMLElement | null>(null)
  const height = useHeight(body)
  const links = styleSheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('')
  return (
    <>
      <iframe
        className={css.frame}
        title={title}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        style={{ height }}
        srcDoc={`<!doctype html><html lang="da"><head><base target="_blank">${links}</head><body></body></html>`}
        onLoad={({ currentTarget }) => setBody(currentTarget.contentDocument?.body ?? null)}
      />
      {body && createPortal(<main style={{ padding: 'var(--s)' }}>{children}</main>, body)}
    </>
  )
}

/** The addresses of the site's style sheets, read from the front page as each build changes them; null until known. */
export function useSiteStyleSheets(): string[] | null {
  const [addresses, setAddresses] = useState<string[] | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    fetch('/', { signal: stop.signal })
      .then((response) => response.text())
      .then((html) => {
        const page = new DOMParser().parseFromString(html, 'text/html')
        const links = page.querySelectorAll('link[rel="stylesheet"]')
        setAddresses([...links].flatMap((link) => link.getAttribute('href') ?? []))
      })
      .catch(() => {
        // The text is readable without style sheets.
        if (!stop.signal.aborted) setAddresses([])
      })
    return () => stop.abort()
  }, [])
  return addresses
}

/** The current height of a body's content, in pixels. */
function useHeight(body: HTMLElement | null): number {
  const [height, setHeight] = useState(0)
  useEffect(() => {
    if (!body) return
    const observer = new ResizeObserver(() => setHeight(Math.ceil(body.getBoundingClientRect().height)))
    observer.observe(body)
    return () => observer.disconnect()
  }, [body])
  return height
}
