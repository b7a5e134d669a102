import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import autocannon from 'autocannon'

const SECONDS = 5
const CONNECTIONS = 32

/** A function that tells how many requests per second an address answers: by wrk where it is installed. */
export async function findGenerator(): Promise<(url: string) => Promise<number>> {
  return hasWrk() ? withWrk : withAutocannon
}

function hasWrk(): boolean {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' })
    return true
  } catch (error) {
    // `wrk -v` prints its version and ends with 1; a missing program has no exit status.
    return typeof (error as { status?: unknown }).status === 'number'
  }
}

async function withWrk(url: string): Promise<number> {
  const options = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '-H', 'Accept-Encoding: gzip', url]
  const { stdout } = await promisify(execFile)('wrk', options)
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} did not answer 200:\n${stdout}`)
  return Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]))
}

async function withAutocannon(url: string): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { 'accept-encoding': 'gzip' },
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} did not answer 200`)
  return Math.round(result.requests.average)
}
