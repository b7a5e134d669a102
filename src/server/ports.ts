import { once } from 'node:events'
import net from 'node:net'

/** Whether the port is free now; without a host, on all addresses of the machine. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return (await tryListen(port, host)) !== null
}

/** A port that is free now on 127.0.0.1. */
export async function findFreePort(): Promise<number> {
  const port = await tryListen(0, '127.0.0.1')
  if (port === null) throw new Error('No free port on 127.0.0.1')
  return port
}

async function tryListen(port: number, host?: string): Promise<number | null> {
  const server = net.createServer()
  try {
    server.listen({ port, host })
    await once(server, 'listening')
  } catch {
    return null
  }
  const address = server.address()
  server.close()
  await once(server, 'close')
  return address && typeof address === 'object' ? address.port : null
}
