import http from 'node:http'
import type { App } from '../front/front.ts'
import { root } from '../root.ts'

/** Loads the Next app into this process. What it reads in `process.env` must be there already. */
export async function loadNextApp(options: {
  isDevelopment: boolean
  port: number
  /** The server whose upgrades serve the reload while developing. */
  server: http.Server
}): Promise<{ app: App; close: () => Promise<void> }> {
  // Only now, as Next looks at the environment while it loads.
  const { default: next } = await import('next')
  const nextApp = next({
    dev: options.isDevelopment,
    dir: root,
    port: options.port,
    quiet: true,
    // Without a server of its own Next would take the upgrade requests of ours.
    httpServer: options.isDevelopment ? options.server : http.createServer(),
  })
  await nextApp.prepare()
  return { app: nextApp.getRequestHandler(), close: () => nextApp.close() }
}
