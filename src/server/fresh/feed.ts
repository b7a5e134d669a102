import { openPool } from '../../database/pool.ts'
import { KnownAddresses } from './addresses.ts'
import { listenForChanges } from './change-listener.ts'
import { Changes } from './changes.ts'
import type { Log } from '../tell/log.ts'

/** Whoever keeps something that was made of the content. */
type Follower = {
  note(change: string): void
  moved(paths: ReadonlySet<string>): void
  /** The database is back, and what was missed has been told. */
  reconnected(): void
}

/** What changes in the content, and the addresses that follow from it. */
export type Feed = {
  changes: Changes
  addresses: KnownAddresses
  isDatabaseUp(): boolean
  /** Since the log of changes was last read, which happens each ten seconds. */
  secondsSinceRead(): number
  /** Tells of each change, in the tick in which it was heard of. */
  follow(follower: Follower): void
  close(): Promise<void>
}

/** Listens to the database and reads the addresses. Rejects if it does not answer. */
export async function openFeed(options: { databaseUrl: string; log: Log }): Promise<Feed> {
  const { databaseUrl, log } = options
  const followers: Follower[] = []
  const changes = new Changes()
  const pool = openPool(databaseUrl, 'addresses', 2, 10)
  const addresses = new KnownAddresses(pool, (paths) => {
    for (const follower of followers) follower.moved(paths)
  })
  const listener = await listenForChanges({
    databaseUrl,
    log,
    onChange(change) {
      changes.note(change)
      for (const follower of followers) follower.note(change)
      addresses.note(change)
    },
    onReconnect() {
      for (const follower of followers) follower.reconnected()
    },
  })
  const close = async () => {
    await listener.stop()
    await pool.end()
  }
  try {
    await addresses.settled()
  } catch (error) {
    await close()
    throw error
  }
  return {
    changes,
    addresses,
    isDatabaseUp: () => listener.isConnected(),
    secondsSinceRead: () => listener.secondsSinceRead(),
    follow: (follower) => void followers.push(follower),
    close,
  }
}
