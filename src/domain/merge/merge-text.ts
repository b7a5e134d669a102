import { diff3Merge } from 'node-diff3'
import { isRecord, keyOfValue, nodesOf } from './same.ts'
import type { Three } from './shape.ts'

/**
 * A rich text with the changed paragraphs of both editors; null if they changed the same or neighbouring ones, or one of them
 * moved what the other moved or removed.
 */
export function mergeText({ base, theirs, mine }: Three): unknown {
  const nodes = new Map<string, unknown>()
  const [was, their, my] = [base, theirs, mine].map((text) =>
    nodesOf(text).map((node) => {
      const key = keyOfValue(node)
      nodes.set(key, node)
      return key
    }),
  )
  const parts = diff3Merge(my ?? [], was ?? [], their ?? [])
  if (parts.some(({ conflict }) => conflict)) return null
  const keys = parts.flatMap(({ ok }) => ok ?? [])
  const isTooOften = keys.some((key) => {
    const [before = 0, theirTimes = 0, myTimes = 0, times = 0] = [was, their, my, keys].map((all) =>
      timesIn(all ?? [], key),
    )
    const least = Math.min(theirTimes, myTimes)
    return times > (least < before ? least : Math.max(theirTimes, myTimes))
  })
  if (isTooOften) return null
  const frame = [mine, theirs].find((text) => isRecord(text) && isRecord(text.root)) as
    { root: object } | undefined
  return frame ? { ...frame, root: { ...frame.root, children: keys.map((key) => nodes.get(key)) } } : null
}

const timesIn = (keys: string[], key: string): number => keys.filter((one) => one === key).length
