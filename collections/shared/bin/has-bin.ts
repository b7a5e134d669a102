/** Whether a collection's documents rest in the bin when they are deleted. */
export const hasBin = (slug: string): boolean => slug !== 'users' && !slug.startsWith('payload-')
