import { fill } from '../../domain/words/sentence.ts'
import type { Words } from '../../domain/words/words.ts'

/** A number (E.164) with what stands before it, and what is read aloud: `Ring til By og Land`. */
export type CallView = { label: string; number: string; whom: string }

/** @param name whom the number calls */
export const callView = (
  label: string,
  { name, number }: { name: string; number: string },
  { callWhom }: Words['contact'],
): CallView => ({ label, number, whom: fill(callWhom, { name }) })
