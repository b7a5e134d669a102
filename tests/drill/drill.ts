/** A drill: something bad is done to a running site, and what visitors and editors notice of it is counted. */
export type Drill = { name: string; run: () => Promise<Outcome> }

export type Outcome = {
  /** What was done, with its figures. */
  done: string
  failedViews: number
  /** Saves that were acknowledged and are not there afterwards. */
  lostSaves: number
  /** How long it took until all was well again, or what else was measured. */
  recovery: string
  /** What is promised beside no failed view and no lost save. `broken`: what of it did not hold; empty if all did. */
  promise: { text: string; broken: string[] }
}

export const inSeconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

/** Repeats until it succeeds; resolves to the milliseconds it took. Rejects with the last failure after `most` of them. */
export async function untilDone(work: () => Promise<unknown>, most = 60_000): Promise<number> {
  const startedAt = performance.now()
  for (;;) {
    try {
      await work()
      return performance.now() - startedAt
    } catch (error) {
      if (performance.now() - startedAt > most) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
