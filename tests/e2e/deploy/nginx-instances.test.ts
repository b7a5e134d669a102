import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { describe, expect, test } from 'vitest'
import { ADDRESSES } from '../../../src/domain/addresses.ts'
import { closeServer } from '../../../src/server/front/connections.ts'
import { nginxIsMissing, startNginx } from '../../drill/tools/nginx.ts'

const missing = nginxIsMissing()

const portOf = (server: http.Server) => (server.address() as net.AddressInfo).port

/** An instance that answers, on the port if one is given. */
async function sound(port = 0): Promise<http.Server> {
  const server = http.createServer((_, response) => response.end('her'))
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return server
}

describe.skipIf(missing)('deploy/nginx in front of one instance that hangs', () => {
  test('what may have arrived is not sent twice, what only reads is', async () => {
    const seen: string[] = []
    const dying = http.createServer((request) => {
      seen.push(`${request.method} dying`)
      request.socket.destroy()
    })
    const sound = http.createServer((request, response) => {
      seen.push(`${request.method} sound`)
      response.end('her')
    })
    for (const server of [dying, sound]) await once(server.listen(0, '127.0.0.1'), 'listening')
    const ports = [dying, sound].map((server) => (server.address() as net.AddressInfo).port)
    const nginx = await startNginx([ports[0] ?? 0, ports[1] ?? 0])
    try {
      seen.length = 0
      const reads = []
      for (let round = 0; round < 4; round++) reads.push((await nginx.ask('/kontakt')).text)
      expect(reads).toEqual(['her', 'her', 'her', 'her'])
      const writes = []
      for (let round = 0; round < 4; round++)
        writes.push((await nginx.ask('/api/pages', { method: 'POST', body: '{}' })).status)
      expect(writes).toContain(503)
      expect(seen.filter((line) => line.startsWith('POST'))).toHaveLength(4)
    } finally {
      await nginx.stop()
      dying.close()
      sound.close()
    }
  })
})

describe.skipIf(missing)('deploy/nginx in front of two instances that are restarted in turn', () => {
  test('one may be stopped as soon as the other answers again', async () => {
    const servers = [await sound(), await sound()] as [http.Server, http.Server]
    const ports = servers.map(portOf) as [number, number]
    const nginx = await startNginx(ports)
    const paths = ['/kontakt', ADDRESSES.search.path, ADDRESSES.pressDutyApi.path]
    const statuses: (string | number)[] = []
    const askAll = async () => {
      for (const path of paths)
        for (const method of ['GET', 'POST'])
          for (let round = 0; round < 3; round++) statuses.push((await nginx.ask(path, { method })).status)
    }
    try {
      for (const index of [0, 1, 0, 1] as const) {
        await closeServer(servers[index])
        // nginx notices, and leaves it out for a while.
        await askAll()
        servers[index] = await sound(ports[index])
      }
      await askAll()
    } finally {
      await nginx.stop()
      for (const server of servers) await closeServer(server)
    }
    expect(statuses).toEqual(statuses.map(() => 200))
  })
})
