import pino from 'pino'
import { expect, test } from 'vitest'
import { completeFiles } from '../../../src/server/serve/complete-files.ts'
import type { CompleteNext } from '../../../src/web/handover.ts'

test('files are completed one after the other, one that cannot be is left out, and the server ends in good order', async () => {
  const asked: number[][] = []
  const waiting = [7, 5, 3]
  const completeNext: CompleteNext = async (without) => {
    asked.push([...without])
    const id = waiting.find((one) => !without.includes(one))
    if (id === undefined) return null
    if (id !== 5) waiting.splice(waiting.indexOf(id), 1)
    const state = id === 5 ? 'left' : 'completed'
    return { id, file: `${id}.jpg`, state, reason: id === 5 ? 'Broken at "Frida"' : null }
  }
  const lines: string[] = []
  const ending = new AbortController()
  const ended = completeFiles({
    completeNext: () => completeNext,
    turn: () => Promise.resolve(),
    signal: ending.signal,
    log: pino({ base: null }, { write: (line: string) => void lines.push(line) }) as never,
  })
  await expect.poll(() => asked.length).toBe(4)
  expect(asked).toEqual([[], [], [5], [5]])
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ event: 'file-left', file: '5.jpg', reason: 'Broken at "…"' }),
  ])
  ending.abort()
  await ended
})
