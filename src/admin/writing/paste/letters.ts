/** Letters above or below the line, as `sup`, `sub` and styles make them. */
export type Script = 'sup' | 'sub' | null

const SIGNS: Record<'sup' | 'sub', ReadonlyMap<string, string>> = {
  sup: pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'),
  sub: pairs('0123456789+-−=()aehklmnopstx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕₖₗₘₙₒₚₛₜₓ'),
}

function pairs(plain: string, raised: string): ReadonlyMap<string, string> {
  const signs = [...raised]
  return new Map([...plain].map((letter, nth) => [letter, signs[nth]!]))
}

/** `m2` as `m²`: words in the signs that Unicode has for them; null: some have none. */
export function inScript(words: string, script: 'sup' | 'sub'): string | null {
  const made = [...words].map((letter) => (letter === ' ' ? ' ' : SIGNS[script].get(letter)))
  return made.includes(undefined) ? null : made.join('')
}

/** Whether an element raises or lowers its letters; `outer`: those around it. */
export function scriptOf(tag: string, style: string, outer: Script): Script {
  const [, aligned] = /(?:^|;)\s*vertical-align:\s*(super|sub|baseline)\b/.exec(style) ?? []
  if (aligned) return aligned === 'super' ? 'sup' : aligned === 'sub' ? 'sub' : null
  return tag === 'sup' || tag === 'sub' ? tag : outer
}

/** Struck out: by its element, or by a style. */
export const isStruck = (tag: string, style: string): boolean =>
  /^(s|strike|del)$/.test(tag) || /(?:^|;)\s*text-decoration(-line)?:[^;]*line-through/.test(style)

/** `1`, `[2]`, `iv` or `*`: what leads to a footnote, or back from it. */
export const isNoteMark = (words: string): boolean =>
  /^[[(]?(\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡]{1,3})[\])]?$/.test(words)
