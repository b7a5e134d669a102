import http from 'node:http'
import type { App } from '../front/front.ts'
import { root } from '../root.ts'

/** Loads the Next app into this process. What it reads from `process.env` must be set already. */
export async function loadNextApp(options: {
  isDevelopment: boolean
  port: number
  /** The server that takes upgrade requests for the reload in development. */
  server: http.Server
}): Promise<{ app: App; close: () => Promise<void> }> {
  // Imported here, because Next reads the environment while it loads.
  const { default: next } = await import('next')
  const nextApp = next({
    dev: options.isDevelopment,
    dir: root,
    port: options.port,
    quiet: true,
    // Without one of its own, Next would take over our server's upgrade requests.
    httpServer: options.isDevelopment ? options.server : http.createServer(),
  })
  await nextApp.prepare()
  return { app: nextApp.getRequestHandler(), close: () => nextApp.close() }
}
