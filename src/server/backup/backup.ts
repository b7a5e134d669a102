import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { now } from '../clock.ts'
import { say } from '../tell/language.ts'
import { step } from '../tell/log.ts'
import { runProgram } from '../tell/program.ts'
import { StartError } from '../tell/start-error.ts'
import { COPENHAGEN } from '../../domain/time/copenhagen.ts'
import { makeBackup } from './make-backup.ts'
import { openSite } from './place.ts'
import { nowAndThen } from './now-and-then.ts'

// `npm run backup [file or folder]`: content and media in one file, while the site runs or stands still.
await runProgram(async ({ signal }, { log, tell, warn }) => {
  const place = await openSite(log)
  try {
    const file = fileFor(process.argv[2], place.dataDir)
    const { manifest, bytes } = await step(
      log,
      'backup',
      { da: 'Sikkerhedskopi', en: 'Backup' },
      (progress) =>
        makeBackup({
          databaseUrl: place.databaseUrl,
          mediaFolder: path.join(place.dataDir, 'media'),
          file,
          progress: nowAndThen((written: number) => progress(megabytes(written))),
          signal,
        }),
    )
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const { media, missing } = manifest
    tell(
      'backup',
      {
        da: `${file}: ${megabytes(bytes)}, ${rows} rækker, ${media.length} filer. Kontrolleret.`,
        en: `${file}: ${megabytes(bytes)}, ${rows} rows, ${media.length} files. Checked.`,
      },
      { file, bytes, rows, files: media.length },
    )
    if (missing.length > 0) {
      const some = `${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}`
      warn(
        'files-missing',
        {
          da: `${missing.length} filer mangler i ${place.dataDir}/media, og derfor i kopien (alle står i dens manifest.json): ${some}`,
          en: `${missing.length} files are missing in ${place.dataDir}/media, and so in the backup (its manifest.json lists all): ${some}`,
        },
        { files: missing.length },
      )
    }
  } finally {
    await place.close()
  }
})

/** The file that was asked for, or one with the time in its name, in the folder that was asked for or the site's own. */
function fileFor(asked: string | undefined, dataDir: string): string {
  // npm runs programs in the repository's folder and says here where the person stood.
  const given = asked && path.resolve(process.env.INIT_CWD ?? '.', asked)
  const isFolder = given && existsSync(given) && statSync(given).isDirectory()
  if (given && !isFolder) {
    if (existsSync(path.dirname(given))) return given
    throw new StartError(
      say({
        da: `Mappen ${path.dirname(given)} findes ikke.`,
        en: `The folder ${path.dirname(given)} does not exist.`,
      }),
    )
  }
  const folder = given || path.join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // With the offset: in autumn an hour comes twice.
  const time = now()
    .toZonedDateTimeISO(COPENHAGEN)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })
  return path.join(folder, `aalborg-kommune-web-${time.replace('T', '-').replaceAll(':', '')}.tar`)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
