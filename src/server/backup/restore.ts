import path from 'node:path'
import { say } from '../tell/language.ts'
import { step } from '../tell/log.ts'
import { runProgram } from '../tell/program.ts'
import { StartError } from '../tell/start-error.ts'
import { checkArchive } from './file/archive.ts'
import { openNewPlace } from './place.ts'
import { restoreBackup } from './restore-backup.ts'

// `npm run restore file`: fills an empty place from a backup.
await runProgram(async ({ signal }, { log, tell }) => {
  const asked = process.argv[2]
  if (!asked) {
    throw new StartError(
      say({ da: 'Skriv filen: npm run restore <fil>', en: 'Name the file: npm run restore <file>' }),
    )
  }
  const file = path.resolve(process.env.INIT_CWD ?? '.', asked)
  const archive = await step(log, 'check', { da: 'Kontrol', en: 'Check' }, () => checkArchive(file, signal))
  const place = await openNewPlace(log)
  // For payload.config.ts. Nothing that a restore stores depends on the secret.
  Object.assign(process.env, { DATA_DIR: place.dataDir, PAYLOAD_SECRET: 'only while restoring' })
  try {
    await step(log, 'restore', { da: 'Genindlæsning', en: 'Restore' }, (progress) =>
      restoreBackup({ archive, databaseUrl: place.databaseUrl, dataDir: place.dataDir, progress, signal }),
    )
  } finally {
    await place.close()
  }
  const { takenAt, release } = archive.manifest
  tell(
    'restored',
    {
      da: `Indholdet er, som det var ${takenAt} (udgave ${release}). Start hjemmesiden med »npm start«.`,
      en: `The content is as it was at ${takenAt} (release ${release}). Start the site with \`npm start\`.`,
    },
    { takenAt, release },
  )
})
