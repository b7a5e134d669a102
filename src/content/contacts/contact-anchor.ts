/** What a press contact is called on the page that lists it. */
export const contactAnchor = (slug: string): string => `person-${slug}`
