import { signalAll } from '../tools/processes.ts'
import { databaseDrill } from './tools/database-drill.ts'

export const drill = databaseDrill({
  name: 'database-killed',
  what: 'PostgreSQL killed -9, all its processes',
  harm: async ({ pids }) => signalAll(pids(), 'SIGKILL'),
  most: 30_000,
})
