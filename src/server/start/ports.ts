import { once } from 'node:events'
import net from 'node:net'

/** Whether a server could listen on the port now. Without a host: on all addresses of the machine. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return (await tryListen(port, host)) !== null
}

/** A port on 127.0.0.1 that is free now. */
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
