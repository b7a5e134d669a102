import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** Releases a lock. */
export type Release = () => Promise<void>

/**
 * Takes the lock named by `file`, or returns null if another process holds it.
 * The lock is a listening socket, so it is released when its process ends, however that happens.
 */
export async function tryLock(file: string): Promise<Release | null> {
  const address = socketAddress(file)
  for (;;) {
    const server = await listen(address)
    if (server) {
      return async () => {
        server.close()
        for (const waiter of waiters.get(server) ?? []) waiter.destroy()
        await once(server, 'close')
      }
    }
    const holder = await connect(address)
    if (holder) {
      holder.destroy()
      return null
    }
    rmSync(address, { force: true })
  }
}

/** Takes the lock named by `file`, and waits while another process holds it. */
export async function waitForLock(file: string): Promise<Release> {
  for (;;) {
    const release = await tryLock(file)
    if (release) return release
    const holder = await connect(socketAddress(file))
    // The holder never sends anything: the connection closes when it releases the lock or dies.
    if (holder) await once(holder, 'close')
  }
}

const waiters = new WeakMap<net.Server, Set<net.Socket>>()

/** A socket's path is limited to about 100 bytes. A longer one becomes a hash in the temporary folder. */
function socketAddress(file: string): string {
  const absolute = path.resolve(file)
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\aalborg-kommune-web-${hash}`
  if (Buffer.byteLength(absolute) < 100) return absolute
  return path.join(os.tmpdir(), `aalborg-kommune-web-${hash}.lock`)
}

/** A server that listens on the address, or null if the address is in use. */
function listen(address: string): Promise<net.Server | null> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.resume()
  })
  waiters.set(server, sockets)
  server.unref()
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(address, () => resolve(server))
  })
}

/** A connection to the holder, or null if nobody holds the lock any longer. */
function connect(address: string): Promise<net.Socket | null> {
  return new Promise((resolve) => {
    const socket = net.connect(address)
    socket.once('connect', () => {
      socket.on('error', () => socket.destroy())
      socket.resume()
      resolve(socket)
    })
    socket.once('error', () => resolve(null))
  })
}
