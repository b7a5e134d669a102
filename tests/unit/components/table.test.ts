import { AxeBuilder } from '@axe-core/playwright'
import { build } from 'esbuild'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Inline, RichTextTable } from '../../../src/content/pages/rich-text.ts'
import { chromiumOptions } from '../../e2e/tools/chromium.ts'

let browser: Browser
let script: string
let styles: string

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['tests/unit/components/page.tsx'],
    bundle: true,
    write: false,
    outdir: 'unused',
    jsx: 'automatic',
    external: ['/fonts/*'],
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const ending = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))!.text
  script = ending('.js')
  styles = ending('.css')
  browser = await chromium.launch(await chromiumOptions())
}, 60_000)
afterAll(() => browser.close())

const words = (text: string): Inline[] => [{ type: 'text', text, bold: false, italic: false }]

/** A table of so many columns, with long words, a list, and an empty cell. */
function tableOf(columns: number): RichTextTable {
  const heads = Array.from({ length: columns }, (_, nth) => `Åbningstider ${nth + 1}`)
  const cell = (nth: number, text: string) => ({
    isHeading: nth === 0,
    label: heads[nth] ?? '',
    body: text ? [{ type: 'paragraph' as const, children: words(text) }] : [],
  })
  return {
    type: 'table',
    caption: words('Svømmehaller'),
    head: heads.map(words),
    rows: [
      heads.map((_, nth) => cell(nth, nth === 0 ? 'Gigantium' : `Mandag til fredag kl. ${nth}`)),
      heads.map((_, nth) => cell(nth, nth === 0 ? 'Friluftsbadet Kildeparken' : nth === 1 ? '' : 'Lukket')),
    ],
  }
}

async function shown(columns: number, width: number) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'da-DK' })
  const page = await context.newPage()
  await page.setContent(
    '<!DOCTYPE html><html lang="da"><title>Tabel</title><body style="padding:0 16px"></body></html>',
  )
  await page.addStyleTag({ content: styles })
  await page.addScriptTag({ content: script })
  await page.evaluate(
    (body) => (globalThis as unknown as { show: (body: object[]) => void }).show(body),
    [tableOf(columns)],
  )
  await page.locator('table').waitFor()
  return page
}

test.for([
  [2, 320, 'table-cell'],
  [3, 320, 'block'],
  [3, 768, 'table-cell'],
  [5, 320, 'block'],
  [6, 768, 'table-cell'],
  [9, 320, 'block'],
  [9, 1280, 'block'],
] as const)(
  '%i columns in %i px are laid out as %s, and the page does not scroll sideways',
  async ([columns, width, display]) => {
    const page = await shown(columns, width)
    const cell = page.getByRole('cell').first()
    expect(await cell.evaluate((element) => getComputedStyle(element).display)).toBe(display)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    // Who hears the page is in a table in both layouts, with its caption and headings.
    expect(await page.getByRole('table', { name: 'Svømmehaller' }).count()).toBe(1)
    expect(await page.getByRole('columnheader').count()).toBe(columns)
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([
      'Gigantium',
      'Friluftsbadet Kildeparken',
    ])
    const label = await page
      .getByRole('cell')
      .last()
      .evaluate((element) => getComputedStyle(element, '::before').content)
    expect(label).toContain(display === 'block' ? `Åbningstider ${columns}` : 'none')
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await page.context().close()
  },
)
