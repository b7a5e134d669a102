import { inPairs } from '../domain/phone.ts'
import { askWhileTyping } from './ask-while-typing.ts'
import { make } from './elements.ts'

/**
 * While the visitor types, shows the press contacts that the server's search finds, in its order, and says how many.
 * Without an answer the page's own list is shown; the form still leads to the page of results. Does nothing if a part of
 * the section is missing.
 */
export function findContactsWhileTyping(section: HTMLElement): void {
  const input = section.querySelector('input')
  const list = section.querySelector('ul')
  const status = section.querySelector('output')
  const help = section.querySelector<HTMLElement>('output + p')
  const vcard = section.querySelector('[href$=".vcf"]')
  if (!input || !list || !status || !help || !vcard) return

  const pager = section.querySelector('nav')
  const listed = [...list.children]
  const said = status.textContent

  const show = (answer: Answer | null) => {
    list.replaceChildren(
      ...(answer ? answer.contacts.map((contact) => draw(contact, vcard, status.dataset)) : listed),
    )
    const total = answer ? answer.total + Number(answer.pressDuty !== null) : 0
    help.hidden = !answer || (total > 0 && answer.pressDuty === null)
    if (pager) pager.hidden = answer !== null
    const words = answer ? countOf(total, status.dataset) : said
    // Writing the same words again would make a screen reader repeat them.
    if (words !== status.textContent) status.textContent = words
  }

  const { ask } = askWhileTyping(input, section.dataset.contacts ?? '', 1, show)
  // The browser may have restored what was typed before the visitor left the page.
  addEventListener('pageshow', () => input.value && ask())
}

type Contact = {
  name: string
  title: string
  phones: string[]
  email: string | null
  url: string
  id: string
  whom: string
  subjects: string[]
  photo: { src: string; width: number; height: number } | null
}
type Answer = { total: number; contacts: Contact[]; pressDuty: string | null }

const countOf = (total: number, { one = '', many = '', most, none = '' }: DOMStringMap): string =>
  total === 0
    ? none
    : (total === 1 ? one : many).replace('{count}', `${total}${total >= Number(most) ? '+' : ''}`)

/** A contact drawn as in src/components/contacts/contact-search.tsx; `vcard` is the link of another contact, to copy. */
function draw(
  { name, title, phones, email, url, id, whom, subjects, photo }: Contact,
  vcard: Element,
  words: DOMStringMap,
): HTMLElement {
  const card = vcard.cloneNode(true) as HTMLAnchorElement
  card.href = url
  card.lastElementChild?.replaceChildren(name)
  const item = make('li', { id })
  item.append(
    ...(photo ? [make('img', { ...photo, alt: '' })] : []),
    make('h4', {}, name),
    make('p', {}, title),
    ...(subjects.length ? [make('p', {}, `${words.subjects}: ${subjects.join(', ')}`)] : []),
    ...phones.map((phone) => {
      const shown = inPairs(phone)
      return make('a', { href: `tel:${phone}`, 'aria-label': `${whom}: ${shown}` }, shown)
    }),
    ...(email ? [make('a', { href: `mailto:${email}` }, email)] : []),
    card,
  )
  return item
}
