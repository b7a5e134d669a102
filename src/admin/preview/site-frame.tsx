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

/** Shows components as the public site does: in a frame with only the site's style sheets. */
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

/**
 * The addresses of the site's style sheets; null until they are known. They are read from the front page, because they
 * change with each build.
 */
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

/** The height of a body's content, in pixels, updated when it changes. */
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
