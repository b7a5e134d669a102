import { runProgram } from '../tell/program.ts'
import { makeBuild } from '../start/build.ts'

// `npm run build`: makes all that a start needs, so that it builds nothing and writes nothing into this folder. run.mjs
// has bundled the programs of the server before this one runs.
await runProgram(async ({ signal }, { tell }) => {
  const isNew = await makeBuild({
    progress: (words) => tell('progress', { da: `Bygger … ${words}`, en: `Building … ${words}` }),
    signal,
  })
  tell(
    'built',
    isNew
      ? { da: 'Bygget: "npm start" bygger intet mere.', en: 'Built: "npm start" has nothing left to build.' }
      : {
          da: 'Intet at bygge: det, der er bygget, er af netop denne kode.',
          en: 'Nothing to build: what is built is of exactly this code.',
        },
    { isNew },
  )
})
