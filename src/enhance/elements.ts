/** A new element with its attributes and its text. */
export function make<Tag extends 'a' | 'div' | 'h4' | 'li' | 'p' | 'span'>(
  tag: Tag,
  attributes: Record<string, string>,
  text = '',
) {
  const element = document.createElement(tag)
  set(element, attributes)
  element.textContent = text
  return element
}

export function set(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}
