import type http from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Server as TcpServer, type Socket } from 'node:net'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import { isChunked } from './gate/bodies.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** What node's server hangs on a connection; documented nowhere, and held by tests/unit/server/front/connections.test.ts. */
type Connection = Socket & {
  /** Reads what has arrived; called with each head, `onIncoming` answers a number that is not 0 to end its work. */
  parser?: { onIncoming: (request: IncomingMessage, shouldKeepAlive: boolean) => number } | null
  /** The answer that is being sent. */
  _httpMessage?: { _headerSent: boolean } | null
}

/**
 * Keeps what arrives on one connection from holding up the others. node reads up to 64 KB in one turn of the event loop, and
 * that may be thousands of requests (pipelining, RFC 9112, 9.3.2) or of pieces of a body. `answerInTurn` answers what one
 * connection asks one after another; `watch` has a server stop reading, and close the connection, when too much is asked
 * ahead, and where the pieces of a body begin (a body whose length is not said is refused: RFC 9112, 6.3, 411).
 */
export function createConnections(answer: Answer) {
  const waiting = new WeakMap<Socket, number>()
  const refused = new WeakSet<Socket>()

  const answerInTurn: Answer = (request, response) => {
    // A response has the connection when those before it are sent.
    if (response.socket !== null) return answer(request, response)
    const { socket } = request
    waiting.set(socket, (waiting.get(socket) ?? 0) + 1)
    response.once('socket', () => {
      waiting.set(socket, (waiting.get(socket) ?? 1) - 1)
      answer(request, response)
    })
  }

  function watch(server: http.Server): void {
    const open = new Set<Connection>()
    openOf.set(server, open)
    server.on('connection', (socket: Connection) => {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
      const { parser } = socket
      if (!parser) return
      const takeRequest = parser.onIncoming
      parser.onIncoming = (request, shouldKeepAlive) => {
        if ((waiting.get(socket) ?? 0) >= MOST_AHEAD) return STOP
        const result = takeRequest(request, shouldKeepAlive)
        if (!isChunked(request)) return result
        refused.add(socket)
        return STOP
      }
    })
    server.on('clientError', (error: NodeJS.ErrnoException, socket: Connection) => {
      // The refusal ends the connection when it has had the time to arrive. The rest stays in the network.
      if (refused.has(socket)) return void socket.pause()
      const status = STATUSES[error.code ?? ''] ?? '400 Bad Request'
      if (socket.writable && !socket._httpMessage?._headerSent)
        socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
      socket.destroySoon()
    })
  }

  return { answerInTurn, watch }
}

/**
 * Stops a server: no new connections; requests under way get twenty seconds, for a save may wait for another one. A connection
 * that is open may have a request on its way, which a proxy could not send anywhere else; so it is closed with its next answer,
 * or when none has come for a while.
 */
export async function closeServer(server: http.Server): Promise<void> {
  server.prependListener('request', (_, response) => {
    response.shouldKeepAlive = false
  })
  await letIn(server)
  // The HTTP server's own `close` closes what is idle at once.
  const closed = new Promise((resolve) => TcpServer.prototype.close.call(server, resolve))
  let idle: NodeJS.Timeout | undefined
  const patience = setTimeout(() => {
    idle = setInterval(async () => {
      // A timer comes before what has arrived is read, and a busy server may not have read for long.
      await nextTurn()
      server.closeIdleConnections()
      for (const socket of openOf.get(server) ?? []) if (isIdle(socket)) socket.destroy()
    }, 50)
  }, IDLE_MILLISECONDS)
  await Promise.race([closed, delay(UNDER_WAY_MILLISECONDS, null, { ref: false })])
  clearTimeout(patience)
  clearInterval(idle)
  server.close()
  server.closeAllConnections()
}

/** Accepts whoever is connected already: libuv accepts one connection in a turn, and closing would break off the others. */
async function letIn(server: http.Server): Promise<void> {
  let quiet = 0
  const note = () => {
    quiet = 0
  }
  server.on('connection', note)
  // The first turn may end before anything is read.
  for (let turn = 0; quiet < 3 && turn < MOST_TURNS; turn++) {
    quiet += 1
    await nextTurn()
  }
  server.off('connection', note)
}

/** The connections of each server. */
const openOf = new WeakMap<http.Server, Set<Connection>>()

/** What node does not count: those that have asked nothing yet, as browsers open for later, and what is HTTP no more. */
const isIdle = (socket: Connection): boolean => socket.bytesRead === 0 || !socket.parser

const STOP = -1
const MOST_AHEAD = 64
const IDLE_MILLISECONDS = 250
/** So that a flood of connections does not keep a server from closing. */
const MOST_TURNS = 1000
const UNDER_WAY_MILLISECONDS = 20_000

/** As node itself answers what it cannot read. */
const STATUSES: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}
