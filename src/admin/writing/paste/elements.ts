import type { Counted } from './dropped.ts'

/** Elements that are left out, and as what. */
export const LEFT_OUT: Partial<Record<string, Counted | 'nothing'>> = {
  script: 'scripts',
  style: 'nothing',
  template: 'nothing',
  noscript: 'nothing',
  head: 'nothing',
  meta: 'nothing',
  title: 'nothing',
  svg: 'pictures',
  canvas: 'pictures',
  video: 'videos',
  audio: 'videos',
  iframe: 'embedded',
  object: 'embedded',
  embed: 'embedded',
  input: 'fields',
  button: 'nothing',
  select: 'fields',
  textarea: 'fields',
  datalist: 'nothing',
  // The brackets around what is above a word, which stand around it anyway.
  rp: 'nothing',
}

/** Elements of which the words are kept, and what they were. */
export const FLATTENED: Partial<Record<string, Counted>> = {
  blockquote: 'quotes',
  q: 'quotes',
  pre: 'codes',
  code: 'codes',
  kbd: 'codes',
  samp: 'codes',
  tt: 'codes',
  dl: 'definitions',
  details: 'folded',
  math: 'formulas',
}

/** Signs that a browser shows around an element, and nobody has written. */
export const AROUND: Partial<Record<string, [before: string, after: string]>> = {
  q: ['»', '«'],
  rt: ['(', ')'],
}

// prettier-ignore
export const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption',
  'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'nav', 'p',
  'pre', 'section', 'summary', 'tbody', 'td', 'th', 'tr',
])
