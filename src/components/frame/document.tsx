import type { ReactNode } from 'react'
import { fontAddress, scriptAddress } from '../../domain/addresses.ts'

type Props = {
  styleSheets: readonly string[]
  /** For a preview: no script, and links lead to windows of their own. */
  isStill?: boolean
  children: ReactNode
}

/** The document around a page. What the page says about itself React puts into the head. */
export function Document({ styleSheets, isStill = false, children }: Props) {
  return (
    <html lang="da">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        {isStill ? <base target="_blank" /> : <HeadFiles />}
        {styleSheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
      </head>
      <body>
        <div id="__next">{children}</div>
      </body>
    </html>
  )
}

/** The font and the script of every page. */
export function HeadFiles() {
  return (
    <>
      <link
        rel="preload"
        href={fontAddress('figtree-5.3.0.woff2')}
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
      />
      <script type="module" src={scriptAddress('enhance.js', String(process.env.ENHANCE_HASH))} />
    </>
  )
}
