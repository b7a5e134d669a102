import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, closeSync, lstatSync, openSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Releases a lock. */
export type Release = () => Promise<void>

/**
 * Takes the lock named by `file`, or returns null if another process holds it.
 * The lock is a listening socket, so it is released when its process ends, however that happens.
 * `purpose` is a line that others may ask for with `purposeOf`.
 */
export async function tryLock(file: string, purpose = ''): Promise<Release | null> {
  const address = socketAddress(file)
  for (;;) {
    const server = await listen(address, purpose)
    if (server) {
      return async () => {
        server.close()
        for (const waiter of waiters.get(server) ?? []) waiter.destroy()
        await once(server, 'close')
      }
    }
    const left = identity(address)
    if (await isHeld(address)) return null
    if (left) await removeLeft(address, left)
  }
}

/** The word with which the lock is held; empty if it was taken without one or nobody holds it. */
export async function purposeOf(file: string): Promise<string> {
  const holder = await connect(socketAddress(file)).catch(() => null)
  if (!holder) return ''
  const word = await Promise.race([
    once(holder, 'data').then(([bytes]) => String(bytes).trim()),
    once(holder, 'close').then(() => ''),
  ])
  holder.destroy()
  return word
}

/** Takes the lock named by `file`; waits while another process holds it. */
export async function waitForLock(file: string): Promise<Release> {
  for (;;) {
    const release = await tryLock(file)
    if (release) return release
    const holder = await connect(socketAddress(file))
    // The connection closes when the holder releases the lock or dies.
    if (holder) await once(holder.resume(), 'close')
  }
}

const waiters = new WeakMap<net.Server, Set<net.Socket>>()

/** A socket's path is limited to about 100 bytes; a longer one becomes a hash in the temporary folder. */
function socketAddress(file: string): string {
  const absolute = path.resolve(file)
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\aalborg-kommune-web-${hash}`
  if (Buffer.byteLength(absolute) < 95) return absolute
  return path.join(os.tmpdir(), `aalborg-kommune-web-${hash}.lock`)
}

/** A server that listens on the address; null if the address is in use. */
function listen(address: string, purpose: string): Promise<net.Server | null> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.resume()
    socket.write(`${purpose}\n`)
  })
  waiters.set(server, sockets)
  server.unref()
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(address, () => {
      if (process.platform !== 'win32') chmodSync(address, 0o600)
      resolve(server)
    })
  })
}

/** A connection to the holder; null if nobody holds the lock any more. Throws if another account holds it. */
function connect(address: string): Promise<net.Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(address)
    socket.once('connect', () => {
      socket.on('error', () => socket.destroy())
      resolve(socket)
    })
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EACCES' || error.code === 'EPERM' ? reject(error) : resolve(null),
    )
  })
}

/** Whether a process holds the lock; one of another account may not be asked, and counts. */
async function isHeld(address: string): Promise<boolean> {
  try {
    const holder = await connect(address)
    holder?.destroy()
    return holder !== null
  } catch {
    return true
  }
}

/** What tells one file from a later one in the same place; null if there is none. */
function identity(file: string): string | null {
  const found = lstatSync(file, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.ino}-${found.ctimeNs}` : null
}

/** Removes what a killed process left; never the socket of one that has taken the lock meanwhile. */
async function removeLeft(address: string, left: string): Promise<void> {
  // Whoever makes this file removes what is left, in one go.
  const guard = `${address}.${left}`
  for (let waits = 0; identity(address) === left; waits++) {
    // Its maker was killed at just that moment.
    if (waits === 100) rmSync(guard, { force: true })
    if (!makeFile(guard)) {
      await delay(10)
      continue
    }
    if (identity(address) === left) rmSync(address)
    rmSync(guard)
  }
}

/** Makes an empty file; false if there is one. */
function makeFile(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx'))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
