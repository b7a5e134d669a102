import { setTimeout as delay } from 'node:timers/promises'
import { signalAll } from '../tools/processes.ts'
import { databaseDrill } from './tools/database-drill.ts'

export const drill = databaseDrill({
  name: 'database-frozen',
  what: 'PostgreSQL frozen for 20 s',
  async harm({ pids }) {
    const frozen = pids()
    signalAll(frozen, 'SIGSTOP')
    try {
      await delay(20_000)
    } finally {
      signalAll(frozen, 'SIGCONT')
    }
  },
  most: 10_000,
})
