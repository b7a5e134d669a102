import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { timelyTests } from './timely.ts'

/** The part of vitest's report that is read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: {
    name: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** `npm test`: everything that must hold, cheapest first. Prints `N passed, N failed` last; a failure makes it exit 1. */
const totals = { passed: 0, failed: 0 }
/** The name of each run that failed, and what tells why: its failed tests, or the end of what it printed. */
const ends: [string, string][] = []
mkdirSync('.test', { recursive: true })

const checks: [string, string, ...string[]][] = [
  ['Types', 'typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['Lint', 'oxlint/bin/oxlint'],
  ['Format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['Unused code', 'knip/bin/knip.js'],
]
for (const [name, ...command] of checks) {
  await check(name, command)
}

// The rules hold in every time zone of the machine; what runs the site takes the machine's own.
const elsewhere = ['unit', ...timelyTests()]
await test('unit in UTC', ['unit'], { TZ: 'UTC' })
await test('unit in Pacific/Auckland', elsewhere, { TZ: 'Pacific/Auckland' })
await test('unit in America/Los_Angeles', elsewhere, { TZ: 'America/Los_Angeles' })
await test('int', ['int'])
await test('e2e', ['e2e'])

// What failed early is far up by now.
for (const [name, end] of ends) console.log(`\n▸ ${name} failed:\n${end}`)

console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)

/** Runs a tool that holds or does not: one test, passed or failed. */
async function check(name: string, command: string[]): Promise<void> {
  const failure = await run(name, command)
  if (failure !== null) ends.push([name, failure])
  count({ passed: failure === null ? 1 : 0, failed: failure === null ? 0 : 1 })
}

/** Runs the tests of a project, with more options for vitest. */
async function test(
  name: string,
  [project = '', ...options]: string[],
  environment: Record<string, string> = {},
): Promise<void> {
  const report = `.test/${name.replaceAll(/\W+/g, '-')}.json`
  rmSync(report, { force: true })
  const failure = await run(
    `Tests: ${name}`,
    [
      'vitest/vitest.mjs',
      'run',
      '--project',
      project,
      ...options,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    environment,
  )
  const { passed, failed, failures } = readReport(report)
  // A run that fails without a failed test (a broken set-up, an unhandled error) is a failure too.
  count({ passed, failed: failed === 0 && failure !== null ? 1 : failed })
  if (failure !== null) ends.push([`Tests: ${name}`, failures.length > 0 ? failures.join('\n') : failure])
}

function count({ passed, failed }: typeof totals): void {
  totals.passed += passed
  totals.failed += failed
}

/** What a report of vitest counts, and each failed test: its file, its name, and how its message begins. */
function readReport(file: string): typeof totals & { failures: string[] } {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report
    const failures = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(
          ({ fullName, failureMessages }) =>
            `${path.relative('.', name)} › ${fullName}\n  ${failureMessages.join('\n').slice(0, 1000)}\n`,
        ),
    )
    return { passed: numPassedTests, failed: numFailedTests, failures }
  } catch {
    return { passed: 0, failed: 0, failures: [] }
  }
}

/** Runs a tool of node_modules, and resolves to null, or to the end of what it printed if it failed. */
async function run(
  name: string,
  [tool, ...options]: string[],
  environment: Record<string, string> = {},
): Promise<string | null> {
  console.log(`\n▸ ${name}`)
  const child = spawn(process.execPath, [`node_modules/${tool}`, ...options], {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  let end = ''
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    from.on('data', (data: Buffer) => {
      to.write(data)
      end = (end + data.toString()).slice(-4000)
    })
  const ok = await new Promise<boolean>((resolve) => {
    child.once('close', (code) => resolve(code === 0))
    child.once('error', () => resolve(false))
  })
  return ok ? null : end
}
