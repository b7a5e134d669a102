import '../../../src/components/frame/tokens.css'
import { createRoot } from 'react-dom/client'
import { RichText } from '../../../src/components/text/rich-text.tsx'
import type { RichText as Body } from '../../../src/content/pages/rich-text.ts'

// Running text as a page shows it, of what a test sends.
Object.assign(globalThis, {
  show: (body: Body) => {
    const main = document.body.appendChild(document.createElement('main'))
    createRoot(main).render(<RichText body={body} top={2} />)
  },
})
