/** A new element with its attributes and its text. */
export function make<Tag extends 'a' | 'div' | 'h4' | 'img' | 'li' | 'p' | 'span'>(
  tag: Tag,
  attributes: Record<string, string | number>,
  text = '',
) {
  const element = document.createElement(tag)
  set(element, attributes)
  element.textContent = text
  return element
}

export function set(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
