import type { Page } from 'playwright-core'

/** Words that English sentences and labels of an admin are made of, and that no Danish one has. */
const WORDS =
  // prettier-ignore
  ['the', 'of', 'to', 'is', 'are', 'was', 'were', 'not', 'your', 'you', 'this', 'that', 'these', 'with', 'without', 'has', 'from', 'by',
   'an', 'and', 'or', 'be', 'been', 'must', 'cannot', 'please', 'select', 'selected', 'edit', 'editing', 'remove', 'delete', 'deleted', 'add',
   'drag', 'move', 'save', 'saved', 'sort', 'order', 'loading', 'file', 'files', 'size', 'limit', 'invalid', 'missing', 'required',
   'field', 'fields', 'following', 'error', 'failed', 'success', 'successfully', 'no', 'yes', 'new', 'open', 'close', 'click', 'search',
   'columns', 'column', 'rows', 'row', 'next', 'previous', 'month', 'week', 'year', 'name', 'user', 'users', 'draft', 'published',
   'changed', 'changes', 'welcome', 'password', 'today', 'yesterday', 'ago', 'about', 'result', 'results', 'options', 'available',
   'press', 'choose', 'copy', 'paste', 'view', 'list', 'create', 'created', 'updated', 'update', 'title', 'value', 'values', 'true',
   'false', 'null', 'undefined', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'january',
   'february', 'march', 'may', 'june', 'july', 'october', 'am', 'pm', 'api', 'url', 'mime', 'widget', 'dashboard', 'layout',
   'collections', 'collection', 'toggle', 'locale', 'duplicate', 'restore', 'preview', 'schedule', 'back', 'something', 'went',
   'wrong', 'item', 'items', 'upload', 'replace', 'unsaved', 'leave', 'page', 'confirm', 'cancel', 'apply', 'reset', 'clear', 'all']

/** Words that are good Danish (`by` is a town, `to` a number), that have no other name, or that are part of a command. */
const DANISH = new Set(['by', 'page', 'am', 'all', 'or', 'be', 'may', 'to', 'api', 'reset'])

/**
 * What a view says in English, in text, as a tip or for screen readers, each once: the whole text, so that a failure can be read.
 * A tip that is a name of the code (`select-all`, `followsCalendar`) is in no language.
 * Code (`<code>`, an address in a link) and names of hosts (`was.digst.dk`) are nobody's language.
 */
export function englishIn(page: Page): Promise<string[]> {
  const words = WORDS.filter((word) => !DANISH.has(word))
  return page.evaluate((words) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\d/.@_{:-])(${words.join('|')})(?![\\p{L}\\d/@_}:-]|\\.\\p{L})`,
      'iu',
    )
    const isName = /^[a-z]+([-_A-Z][a-z]+)+$/
    const said: string[] = []
    const names: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        names.push(node.getAttribute('title') ?? '')
        for (const name of [
          'aria-label',
          'aria-description',
          'aria-roledescription',
          'title',
          'placeholder',
          'alt',
        ])
          said.push(node.getAttribute(name) ?? '')
      } else if (!node.parentElement?.closest('script, style, template, code, noscript'))
        said.push(node.textContent ?? '')
    }
    const english = said.map((text) => text.trim()).filter((text) => pattern.test(text))
    return [...new Set([...english, ...names.filter((name) => isName.test(name))])]
  }, words)
}
