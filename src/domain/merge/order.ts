/**
 * The order of what is left of a list after a merge. Where one editor moved rows, that editor's order; what the other added
 * stands behind the row that it was put behind.
 * @param kept the ids that are left
 * @param lead whose order it is, if both moved rows and not in the same way; without it that is a collision: null
 */
export function mergeOrder(
  { base, theirs, mine }: { base: string[]; theirs: string[]; mine: string[] },
  kept: ReadonlySet<string>,
  lead?: 'theirs' | 'mine',
): { order: string[]; movedBy: 'theirs' | 'mine' | 'both' | null } | null {
  const [inBase, inTheirs, inMine] = [base, theirs, mine].map((ids) => new Set(ids))
  const isEverywhere = (id: string) => kept.has(id) && [inBase, inTheirs, inMine].every((ids) => ids?.has(id))
  const [was, their, my] = [base, theirs, mine].map((ids) => ids.filter(isEverywhere).join('\n'))
  const isMovedByThem = was !== their
  const isMovedByMe = was !== my
  if (isMovedByThem && isMovedByMe && their !== my) {
    if (!lead) return null
    return { order: ordered(lead === 'mine' ? [mine, theirs] : [theirs, mine], kept), movedBy: 'both' }
  }
  const leads = isMovedByMe || (lead === 'mine' && isMovedByThem) ? [mine, theirs] : [theirs, mine]
  return {
    order: ordered(leads, kept),
    movedBy: isMovedByMe ? (isMovedByThem ? 'both' : 'mine') : isMovedByThem ? 'theirs' : null,
  }
}

function ordered([first = [], second = []]: string[][], kept: ReadonlySet<string>): string[] {
  const order = first.filter((id) => kept.has(id))
  const placed = new Set(order)
  let before: string | undefined
  for (const id of second) {
    if (!kept.has(id)) continue
    if (!placed.has(id)) {
      order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
      placed.add(id)
    }
    before = id
  }
  return order
}
