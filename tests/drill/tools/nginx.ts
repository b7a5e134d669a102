import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import https from 'node:https'
import os from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { findFreePort } from '../../../src/server/machine/ports.ts'

type NginxAnswer = { status: number; headers: IncomingHttpHeaders; text: string }

export type RunningNginx = {
  /** A request over TLS to the site's name; `body` may be many megabytes. The text is decompressed. */
  ask: (path: string, options?: https.RequestOptions & { body?: string | Buffer }) => Promise<NginxAnswer>
  /** With which curl reaches the site's name here. */
  curlOptions: string[]
  /** What its log of requests says. */
  accessLog: () => string
  /** Ports of TLS and of plain HTTP. */
  ports: { tls: number; plain: number }
  stop: () => Promise<void>
}

/** The public name in deploy/nginx/site.conf. */
export const SITE_NAME = 'www.example.dk'

/** Why nginx cannot be run here; null if it can. */
export function nginxIsMissing(): string | null {
  const commands: [string, ...string[]][] = [
    ['nginx', '-v'],
    ['openssl', 'version'],
  ]
  for (const [command, ...options] of commands) {
    try {
      execFileSync(command, options, { stdio: 'ignore' })
    } catch {
      return `${command} is not installed`
    }
  }
  return null
}

/**
 * Runs nginx with the very files of deploy/nginx, in which only names of the machine are replaced: ports, folders,
 * certificate. Throws if a name to replace does not stand there, or if nginx does not take the files.
 * @param instances ports of the two instances
 */
export async function startNginx(instances: readonly [number, number]): Promise<RunningNginx> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'nginx-'))
  // Its workers run as another user when we are root.
  chmodSync(home, 0o755)
  const ports = { tls: await findFreePort(), plain: await findFreePort() }
  const certificate = makeCertificate(home)
  for (const folder of ['cache', 'page', 'temp']) mkdirSync(path.join(home, folder))
  for (const name of ['unavailable.html', 'unavailable.json'])
    copyFileSync(path.join('deploy/nginx', name), path.join(home, 'page', name))
  writeFileSync(
    path.join(home, 'upstreams.conf'),
    replaced('upstreams.conf', [
      ['127.0.0.1:3001', `127.0.0.1:${instances[0]}`],
      ['127.0.0.1:3002', `127.0.0.1:${instances[1]}`],
    ]),
  )
  writeFileSync(
    path.join(home, 'site.conf'),
    replaced('site.conf', [
      ['/var/cache/nginx/site', `${home}/cache`],
      ['/usr/share/nginx/site', `${home}/page`],
      ['/etc/ssl/site', home],
      ['/var/log/nginx', home],
      // There may be no IPv6 here.
      ['  listen [::]:', '  # '],
      ['listen 80', `listen 127.0.0.1:${ports.plain}`],
      ['listen 443', `listen 127.0.0.1:${ports.tls}`],
    ]),
  )
  writeFileSync(path.join(home, 'nginx.conf'), mainFile(home))
  const options = ['-c', path.join(home, 'nginx.conf'), '-p', home]
  const { status, stderr } = spawnSync('nginx', ['-t', ...options], { encoding: 'utf8' })
  // nginx 1.25 has another way to say `http2`, which older ones do not know.
  const warnings = stderr.split('\n').filter((line) => /\[warn\]/.test(line) && !/http2/.test(line))
  if (status !== 0 || warnings.length > 0) throw new Error(`nginx does not take the files:\n${stderr}`)
  const server = spawn('nginx', options, { stdio: 'ignore' })

  const running: RunningNginx = {
    ports,
    accessLog: () => readFileSync(path.join(home, 'access.log'), 'utf8'),
    curlOptions: [
      '--connect-to',
      `${SITE_NAME}:443:127.0.0.1:${ports.tls}`,
      '--cacert',
      path.join(home, 'fullchain.pem'),
    ],
    ask: (path, options = {}) => ask({ ...options, path, port: ports.tls, ca: certificate }),
    async stop() {
      if (server.exitCode === null) {
        server.kill('SIGTERM')
        await once(server, 'exit')
      }
      rmSync(home, { recursive: true, force: true })
    },
  }
  for (let attempt = 0; attempt < 200; attempt++) {
    const isUp = await running.ask('/api/health/live').then(
      () => true,
      () => false,
    )
    if (isUp) return running
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await running.stop()
  throw new Error('nginx does not answer')
}

/** A file of deploy/nginx with names replaced; each must stand there. */
function replaced(name: string, names: readonly (readonly [from: string, to: string])[]): string {
  let text = readFileSync(path.join('deploy/nginx', name), 'utf8')
  for (const [from, to] of names) {
    if (!text.includes(from)) throw new Error(`${name} does not name ${from}`)
    text = text.replaceAll(from, to)
  }
  return text
}

function mainFile(home: string): string {
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${home}/temp/${kind};`)
    .join(' ')
  return `${user} daemon off; worker_processes 2; pid ${home}/pid; error_log ${home}/error.log;
    events { worker_connections 1024; }
    http {
      access_log off; default_type application/octet-stream; types { text/html html; } charset utf-8;
      ${temporary}
      include ${home}/upstreams.conf; include ${home}/site.conf;
    }`
}

function makeCertificate(home: string): Buffer {
  const [key, certificate] = [path.join(home, 'privkey.pem'), path.join(home, 'fullchain.pem')]
  const subject = ['-subj', `/CN=${SITE_NAME}`, '-addext', `subjectAltName=DNS:${SITE_NAME}`]
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-days', '2']
  execFileSync('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  return readFileSync(certificate)
}

async function ask({
  body,
  headers,
  ...options
}: https.RequestOptions & { body?: string | Buffer }): Promise<NginxAnswer> {
  const request = https.request({
    hostname: '127.0.0.1',
    servername: SITE_NAME,
    agent: false,
    headers: { host: SITE_NAME, ...headers },
    ...options,
  })
  // A refusal may come before everything is sent, and the connection then closes.
  let failure: Error | null = null
  request.on('error', (error) => (failure = error))
  request.end(body)
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve)
    request.once('close', () => reject(failure ?? new Error('No answer')))
  })
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: decompressed(Buffer.concat(chunks), response.headers['content-encoding']),
  }
}

function decompressed(bytes: Buffer, encoding: string | undefined): string {
  if (bytes.length === 0 || !encoding) return bytes.toString()
  return (encoding === 'br' ? zlib.brotliDecompressSync(bytes) : zlib.gunzipSync(bytes)).toString()
}
