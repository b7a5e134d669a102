import { execFile, execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'

const SECONDS = 5
const CONNECTIONS = 32

/** `p99` in ms. */
export type Load = { perSecond: number; p99: number }

/** A function that tells how a site answers under load, all addresses in turn: by wrk where it is installed. */
export async function findGenerator(): Promise<(origin: string, paths: readonly string[]) => Promise<Load>> {
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

async function withWrk(origin: string, paths: readonly string[]): Promise<Load> {
  const script = path.join(os.tmpdir(), `wrk-${process.pid}.lua`)
  writeFileSync(
    script,
    `local paths = { ${paths.map((one) => JSON.stringify(one)).join(', ')} }
     local requests, at = {}, 0
     function init()
       for index, path in ipairs(paths) do requests[index] = wrk.format(nil, path) end
     end
     function request()
       at = at % #requests + 1
       return requests[at]
     end`,
  )
  const options = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '--latency', '-s', script]
  try {
    const { stdout } = await promisify(execFile)('wrk', [...options, '-H', 'Accept-Encoding: gzip', origin])
    if (/Non-2xx/.test(stdout)) throw new Error(`${origin} did not answer 200:\n${stdout}`)
    const [, p99 = '', unit = ''] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? []
    return {
      perSecond: Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])),
      p99: Number(p99) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? NaN),
    }
  } finally {
    rmSync(script, { force: true })
  }
}

async function withAutocannon(origin: string, paths: readonly string[]): Promise<Load> {
  const result = await autocannon({
    url: origin,
    requests: paths.map((one) => ({ path: one })),
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { 'accept-encoding': 'gzip' },
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${origin} did not answer 200`)
  return { perSecond: Math.round(result.requests.average), p99: result.latency.p99 }
}
