import { once } from 'node:events'
import net from 'node:net'

/** Whether the port is free now; without a host, on all addresses of the machine. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return typeof (await tryListen(port, host)) === 'number'
}

/** Why nothing can listen there now, as the system's code (`EADDRINUSE`, `ENOTFOUND` …); null if it can. */
export async function whyPortIsClosed(port: number, host?: string): Promise<string | null> {
  const result = await tryListen(port, host)
  return typeof result === 'string' ? result : null
}

/** A port that is free now on 127.0.0.1. */
export async function findFreePort(): Promise<number> {
  const port = await tryListen(0, '127.0.0.1')
  if (typeof port === 'string') throw new Error(`No free port on 127.0.0.1: ${port}`)
  return port
}

/** The port that it could listen on, or the code of the error. */
async function tryListen(port: number, host?: string): Promise<number | string> {
  const server = net.createServer()
  try {
    server.listen({ port, host })
    await once(server, 'listening')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
  const address = server.address() as net.AddressInfo
  server.close()
  await once(server, 'close')
  return address.port
}
