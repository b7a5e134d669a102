import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Answers what one connection asks one after another. node hands over everything that has arrived, and a few kilobytes may
 * be a thousand requests (pipelining, RFC 9112, 9.3.2); nobody else is answered meanwhile. Of whoever asks for much ahead, the
 * connection is closed.
 */
export function oneAfterAnother(answer: Answer): Answer {
  const waiting = new WeakMap<Socket, number>()
  return (request, response) => {
    // A response has the connection when those before it are sent.
    if (response.socket !== null) return answer(request, response)
    const { socket } = request
    const ahead = waiting.get(socket) ?? 0
    if (ahead >= MOST_AHEAD) return void socket.destroy()
    waiting.set(socket, ahead + 1)
    response.once('socket', () => {
      waiting.set(socket, (waiting.get(socket) ?? 1) - 1)
      answer(request, response)
    })
  }
}

const MOST_AHEAD = 10
