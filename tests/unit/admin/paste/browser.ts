import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { chromiumOptions } from '../../../e2e/tools/chromium.ts'

type Answer = { html: string; said: string } | { refused: string }

const ENTRY = `
import { cleanPaste } from './clean-paste.ts'
import { sayDropped } from './dropped.ts'
globalThis.clean = (html) => {
  const cleaned = cleanPaste(html, (text) => new DOMParser().parseFromString(text, 'text/html'), 'https://site.example')
  return 'refused' in cleaned ? cleaned : { html: cleaned.html, said: sayDropped(cleaned.dropped) }
}`

/** The cleaning of what is pasted, in a real browser. */
export function usePaste() {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: { contents: ENTRY, resolveDir: 'src/admin/writing/paste', loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
    })
    browser = await chromium.launch(await chromiumOptions())
    page = await browser.newPage()
    await page.addScriptTag({ content: outputFiles[0]!.text })
  }, 60_000)
  afterAll(() => browser.close())

  return (html: string): Promise<Answer> =>
    page.evaluate(
      (copied) => (globalThis as unknown as { clean: (html: string) => Answer }).clean(copied),
      html,
    )
}
