import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as it arrived: to whom, and its text with its lines put together again (RFC 2045, 6.7). */
type Mail = { to: string; head: string; text: string }

/** A mail server on this machine, without TLS. `mails`: what it has been given. */
export async function startMailServer(options: SMTPServerOptions = {}) {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        mails.push({ to, ...readMail(Buffer.concat(parts).toString()) })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const inner = server.listen(0, '127.0.0.1')
  await once(inner, 'listening')
  return {
    url: addressOf(inner),
    mails,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** A server that takes every connection and gives each to `answer`, or says nothing at all. */
export async function startOddServer(answer: (socket: net.Socket) => void = () => {}) {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    answer(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: addressOf(server), connections: () => sockets.size, close }
}

const addressOf = (server: net.Server) => `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?tls=no`

function readMail(text: string): { head: string; text: string } {
  const end = text.indexOf('\r\n\r\n')
  const [head, body] = [text.slice(0, end), text.slice(end + 4)]
  if (/^Content-Transfer-Encoding: base64/im.test(head))
    return { head, text: Buffer.from(body, 'base64').toString() }
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return { head, text: Buffer.from(bytes, 'latin1').toString() }
}
