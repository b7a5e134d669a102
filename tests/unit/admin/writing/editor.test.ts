import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { chromiumOptions } from '../../../e2e/tools/chromium.ts'

let browser: Browser
let script: string
let page: Page

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ['tests/unit/admin/writing/editor.tsx'],
    bundle: true,
    write: false,
    outdir: 'unused',
    format: 'iife',
    jsx: 'automatic',
    // Otherwise esbuild leaves out how some of Lexical's modules begin, as they are also loaded later.
    ignoreAnnotations: true,
    // Payload's styles are of no matter here.
    loader: { '.scss': 'empty', '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
    logLevel: 'error',
  })
  script = outputFiles.find(({ path: file }) => file.endsWith('.js'))!.text
  browser = await chromium.launch(await chromiumOptions())
}, 120_000)
afterAll(() => browser.close())

beforeEach(async () => {
  await page?.close()
  page = await browser.newPage()
  await page.addScriptTag({ content: script })
  await editor().click()
})

const editor = () => page.locator('[contenteditable]')

/** Pastes as the browser does, after it has told the editor where the cursor stands: it does so before a frame. */
const paste = (html: string, more: Record<string, string> = {}) =>
  editor().evaluate(
    async (place, copied) => {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      const data = new DataTransfer()
      for (const [kind, text] of Object.entries(copied)) data.setData(kind, text)
      place.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    },
    { 'text/html': html, 'text/plain': 'x', ...more },
  )

const choose = (label: string) => page.getByRole('button', { name: label, exact: true }).click()

/** The rows of the only table, each cell as its words, a heading with `#`. */
const rows = () =>
  editor()
    .locator('tr')
    .evaluateAll((found) =>
      found.map((row) =>
        [...row.children].map((cell) => (cell.localName === 'th' ? '#' : '') + (cell.textContent ?? '')),
      ),
    )

const copied = (name: string) =>
  readFileSync(path.join(import.meta.dirname, '../paste/fixtures', `${name}.html`), 'utf8')

test('a paste stands in the text, what was left out is said, and one step back undoes it and no more', async () => {
  await page.keyboard.type('Før det hele')
  await page.keyboard.press('Enter')
  await paste(copied('word'))
  await page.getByText('1 billede og 1 kommentar blev ikke indsat.').waitFor()
  expect(await editor().locator('h3').allInnerTexts()).toEqual(['Sommer i parken', 'Det skal du huske'])
  expect(await editor().locator('h4').allInnerTexts()).toEqual(['Priser'])
  expect(await rows()).toEqual([
    ['#Hvem', '#Pris'],
    ['Børn', '25 kr.'],
  ])
  await page.keyboard.press('Control+z')
  await expect.poll(() => editor().locator('table').count()).toBe(0)
  expect((await editor().innerText()).trim()).toBe('Før det hele')
  await page.keyboard.press('Control+y')
  await expect.poll(() => editor().locator('table').count()).toBe(1)
  await choose('Luk beskeden om det indsatte')
  expect(await page.getByText('blev ikke indsat').count()).toBe(0)
})

test('words are pasted into the line where the cursor stands, and what is typed after them follows', async () => {
  await page.keyboard.type('Før efter')
  for (let nth = 0; nth < 'efter'.length; nth++) await page.keyboard.press('ArrowLeft')
  await paste('<span style="font-weight:700">fedt</span>')
  await page.keyboard.type(' og ')
  expect(await editor().innerText()).toBe('Før fedt og efter')
})

test('a paste over what is chosen takes its place', async () => {
  await page.keyboard.type('Gammelt')
  await page.keyboard.press('Control+a')
  await paste('<h1>Nyt</h1><p>med tekst</p>')
  await expect.poll(() => editor().innerText()).toMatch(/^Nyt\s+med tekst$/)
})

test('a picture alone is not pasted, and it is said where pictures go', async () => {
  await editor().evaluate((place) => {
    const data = new DataTransfer()
    data.items.add(new File(['x'], 'billede.png', { type: 'image/png' }))
    place.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  const said = page.getByText('1 billede blev ikke indsat.')
  await said.waitFor()
  expect(await said.innerText()).toContain('Billeder lægges op under »Filer«')
  expect((await editor().innerText()).trim()).toBe('')
})

test('a paste of 5 MB that is mostly words is refused, and one that is mostly a picture is taken', async () => {
  await paste('<p>Ti tegn her.</p>'.repeat(300_000))
  await page.getByText('Det kopierede er for stort').waitFor()
  await paste(`<p>Kort</p><img src="data:image/png;base64,${'A'.repeat(5_000_000)}">`)
  await page.getByText('1 billede blev ikke indsat.').waitFor()
  expect((await editor().innerText()).trim()).toBe('Kort')
})

test('a table is made and changed by the menu', async () => {
  await page.keyboard.type('Før')
  await page.keyboard.press('Enter')
  await choose('Indsæt tabel')
  await page.keyboard.type('A')
  await page.keyboard.press('Tab')
  await page.keyboard.type('B')
  expect(await rows()).toEqual([
    ['#A', '#B', '#'],
    ['', '', ''],
    ['', '', ''],
  ])
  await choose('Slet række')
  await choose('Ny kolonne til højre')
  await page.keyboard.type('x')
  await choose('Ny række over')
  await page.keyboard.type('y')
  expect(await rows()).toEqual([
    ['', '', 'y', ''],
    ['', '', 'x', ''],
    ['', '', '', ''],
  ])
  await choose('Overskriftsrække til/fra')
  await choose('Rækkeoverskrifter til/fra')
  await choose('Ny række under')
  await choose('Slet kolonne')
  expect(await rows()).toEqual([
    ['#', '#', '#'],
    ['#', '', ''],
    ['#', '', ''],
    ['#', '', ''],
  ])
  await choose('Slet tabel')
  expect(await rows()).toEqual([])
  await page.keyboard.type('efter')
  expect(await editor().innerText()).toMatch(/^Før\s+efter$/)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await rows()).length).toBe(4)
})

test('a table that is pasted into a table fills its places', async () => {
  await choose('Indsæt tabel')
  await paste('<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>')
  await expect.poll(rows).toHaveLength(3)
  expect((await rows()).map((cells) => cells.map((cell) => cell.replace('#', '')))).toEqual([
    ['1', '2', ''],
    ['3', '4', ''],
    ['', '', ''],
  ])
})
