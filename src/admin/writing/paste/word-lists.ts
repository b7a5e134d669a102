/** A point of a list as Word copies it. `marker`: its sign, which stands in the text. */
export type WordItem = { level: number; ordered: boolean; marker: Element | null }

/**
 * Word has no lists in what it copies: each point is a paragraph with `mso-list:l0 level2 lfo1` in its style, and its sign in
 * an element with `mso-list:Ignore`.
 * @returns null if the element is no such point
 */
export function wordItem(element: Element): WordItem | null {
  const style = element.getAttribute('style') ?? ''
  const [, level] = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style) ?? []
  if (!level || /^h[1-6]$/.test(element.localName)) return null
  const marker =
    [...element.querySelectorAll('[style]')].find((inside) =>
      /mso-list:\s*ignore/i.test(inside.getAttribute('style') ?? ''),
    ) ?? null
  const sign = (marker?.textContent ?? '').replace(/\s/g, '')
  return { level: Number(level), ordered: isNumber(sign), marker }
}

/** `1.`, `a)`, `(iv)` and `2.1.`; `o` alone is a ring that Word draws for a point of the second level. */
const isNumber = (sign: string): boolean => /^\(?(\d+(\.\d+)*|[a-zæøå]|[ivxlcdm]+)[.)]+$/i.test(sign)
