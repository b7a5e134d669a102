import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/components/frame/tokens.css', 'utf8')

/** The colours of each scheme by name; those that the dark one does not change are the light one's. */
const light = coloursIn(css.slice(css.indexOf(':root')))
const dark = { ...light, ...coloursIn(css.slice(css.indexOf('prefers-color-scheme: dark'))) }

/** What stands on what: text, and what else must be seen to use a page (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11). */
const pairs: [least: number, what: string, colours: string[], on: string[]][] = [
  [7, 'text', ['ink', 'soft', 'blue'], ['paper', 'sky', 'mist']],
  [7, 'text of a note', ['ink'], ['note']],
  [7, 'text of a button', ['paper'], ['blue', 'ink']],
  [7, 'text on navy', ['bright', 'pale', 'sun'], ['navy']],
  [7, 'the skip link', ['navy'], ['sun']],
  [4.5, 'what is wrong, and when', ['brick', 'green'], ['paper']],
  [3, 'edges of fields, lines of the chart, marks of lists', ['edge'], ['paper', 'sky', 'mist']],
  [3, 'the ring of what has the focus', ['blue'], ['paper', 'sky', 'mist', 'note']],
  [3, 'the ring on navy', ['sun'], ['navy']],
  [3, 'the shapes of a status', ['green', 'brick'], ['paper', 'mist']],
  [3, 'the shapes of a status on navy', ['mint', 'sun'], ['navy']],
]

test.each([
  ['light', light],
  ['dark', dark],
])('in the %s scheme everything stands out from what it stands on', (_, colours) => {
  for (const [least, what, fronts, backs] of pairs)
    for (const front of fronts)
      for (const back of backs) {
        const ratio = contrast(colours[front], colours[back])
        expect(ratio, `${what}: ${front} on ${back}`).toBeGreaterThanOrEqual(least)
      }
})

test('the dark scheme changes only colours that the light one has, and is not for paper', () => {
  expect(Object.keys(dark).filter((name) => !(name in light))).toEqual([])
  expect(css).toContain('@media screen and (prefers-color-scheme: dark)')
})

/** The colours that the first rule of a text names. */
function coloursIn(text: string): Record<string, string> {
  const rule = text.slice(0, text.indexOf('}'))
  return Object.fromEntries(
    [...rule.matchAll(/--(\w+): (#[\da-f]{3,6});/g)].map(([, name, colour]) => [name, colour]),
  )
}

/** The contrast ratio of two colours as WCAG has it. */
function contrast(one = '', other = ''): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour
  const [red = Number.NaN, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
