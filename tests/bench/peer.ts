import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { findFreePort } from '../../src/server/machine/ports.ts'

export type Peer = {
  name: 'nginx' | 'node'
  url: string
  /** From now on the peer sends this page, compressed beforehand. */
  serve: (html: string) => void
  stop: () => Promise<void>
}

/** nginx with one worker, sending a compressed file; a bare node server where nginx is missing. */
export const startPeer = (folder: string): Promise<Peer> => (hasNginx() ? startNginx(folder) : startNode())

function hasNginx(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function startNginx(folder: string): Promise<Peer> {
  const home = path.join(folder, 'nginx')
  mkdirSync(home)
  // Its worker runs as another user when we are root.
  for (const each of [folder, home]) chmodSync(each, 0o755)
  const port = await findFreePort()
  writeFileSync(
    path.join(home, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${home}/pid; error_log ${home}/error.log;
     events { worker_connections 1024; }
     http {
       access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
       types { text/html html; } charset utf-8;
       client_body_temp_path ${home}; proxy_temp_path ${home}; fastcgi_temp_path ${home};
       uwsgi_temp_path ${home}; scgi_temp_path ${home};
       server { listen 127.0.0.1:${port}; root ${home}; gzip_static on; }
     }`,
  )
  const server = spawn('nginx', ['-c', path.join(home, 'nginx.conf'), '-p', home], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/page.html`
  const serve = (html: string) => {
    writeFileSync(path.join(home, 'page.html'), html)
    writeFileSync(path.join(home, 'page.html.gz'), gzipSync(html, { level: 9 }))
  }
  serve('')
  await answers(url)
  return {
    name: 'nginx',
    url,
    serve,
    stop: async () => {
      server.kill('SIGTERM')
      await once(server, 'exit')
    },
  }
}

async function startNode(): Promise<Peer> {
  let body: Uint8Array = Buffer.alloc(0)
  const server = http.createServer((_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Encoding': 'gzip',
      'Content-Length': body.length,
    })
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    name: 'node',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    serve: (html) => (body = gzipSync(html, { level: 9 })),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await (await fetch(url)).arrayBuffer()
      return
    } catch (error) {
      if (attempt > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
