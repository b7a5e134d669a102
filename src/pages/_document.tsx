import { Head, Html, Main, NextScript } from 'next/document'
import { fontAddress, scriptAddress } from '../domain/addresses.ts'

const developing = process.env.NODE_ENV === 'development'

/** Next's head without its scripts: visitors get HTML, one style sheet and our own small script. */
class ScriptlessHead extends Head {
  override getPolyfillScripts() {
    return []
  }
  override getPreNextScripts() {
    return <></>
  }
  override getDynamicChunks() {
    return []
  }
  override getScripts() {
    return []
  }
}

export default function Document() {
  const PageHead = developing ? Head : ScriptlessHead
  return (
    <Html lang="da">
      <PageHead>
        <link
          rel="preload"
          href={fontAddress('figtree-5.3.0.woff2')}
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <script type="module" src={scriptAddress('enhance.js', String(process.env.ENHANCE_HASH))} />
      </PageHead>
      <body>
        <Main />
        {developing && <NextScript />}
      </body>
    </Html>
  )
}
