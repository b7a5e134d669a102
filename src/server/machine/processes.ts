import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Whether a process, whoever's it is, runs with these words in its command line, one after the other. */
export function isRunning(words: readonly string[]): boolean {
  const asked = words.join(' ')
  return commandLines().some((line) => ` ${line} `.includes(` ${asked} `))
}

function commandLines(): string[] {
  // Where there is no /proc, as on macOS.
  if (!existsSync('/proc/self/cmdline'))
    return (spawnSync('ps', ['-axww', '-o', 'args='], { encoding: 'utf8' }).stdout ?? '').split('\n')
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      } catch {
        // It has ended meanwhile.
        return ''
      }
    })
}
