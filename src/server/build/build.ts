import { say } from '../tell/language.ts'
import { makeBuild } from '../start/build.ts'
import { StartError } from '../tell/start-error.ts'

// `npm run build`: makes all that a start needs, so that it builds nothing and writes nothing into this folder. run.mjs
// has bundled the programs of the server before this one runs.
const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
try {
  console.log(say({ da: 'Bygger …', en: 'Building …' }))
  await makeBuild({ progress: console.log, signal: stopping.signal })
  console.log(
    say({
      da: 'Bygget: "npm start" bygger intet mere.',
      en: 'Built: "npm start" has nothing left to build.',
    }),
  )
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}
