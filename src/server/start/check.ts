import path from 'node:path'
import { passwordFault } from '../../domain/accounts/password.ts'
import { say, type Words } from '../tell/language.ts'
import { tryLock } from '../machine/lock.ts'
import { whyPortIsClosed } from '../machine/ports.ts'
import { checkDatabase } from '../postgres/database.ts'
import { packagedPostgres } from '../postgres/programs.ts'
import { versionHint } from '../postgres/safe-versions.ts'
import { explain } from '../tell/start-error.ts'
import { isBuilt } from './build.ts'
import { diskFault, findDataFolder, megabytesLeft } from './data-folder.ts'
import { databaseFaults } from './database-faults.ts'
import {
  type Environment,
  environmentFaults,
  given,
  guessedLine,
  misspelledVariables,
  readEnvironment,
} from './env.ts'
import { portFault, proxyWarning } from './listen-faults.ts'
import { noMailLine, tryMailServer } from './mail.ts'
import { tryBucket } from './s3.ts'

// `npm run check`: the configuration as the start would find it, without starting. Each line begins with what it is; only
// faults, on which a start would end, make the program fail.
const faults: string[] = []
const hints: string[] = []
const fine: string[] = []

const inEnvironment = environmentFaults(process.env)
faults.push(...inEnvironment)
// The variables that cannot be used are taken as if they were not set, so that the rest is checked too.
const unusable = new Set(inEnvironment.map((line) => line.split(/[ :]/, 1)[0] ?? ''))
// Those of S3 are of use together only.
const isS3Usable = ![...unusable].some((name) => name.startsWith('S3_'))
const environment = readEnvironment(
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !unusable.has(name) && (isS3Usable || !name.startsWith('S3_')),
    ),
  ),
)
hints.push(...misspelledVariables(process.env))
if (faults.length === 0) fine.push(say({ da: 'Variablerne kan bruges.', en: 'The variables can be used.' }))

const dataDir = checkDataFolder(environment)
const isRunning = await checkPort(environment, dataDir)
await checkOwnDatabase(environment, isRunning)
if (isS3Usable) await checkFiles()
await checkMail(environment)
checkBuild()
await checkAdministrator(environment)
checkSense(environment)

show({ da: 'Fejl', en: 'Fault' }, faults)
show({ da: 'Bemærk', en: 'Note' }, hints)
show({ da: 'I orden', en: 'Fine' }, fine)
process.exit(faults.length > 0 ? 1 : 0)

function show(kind: Words, lines: string[]): void {
  for (const line of lines) console.log(`${say(kind)}: ${line}`)
}

/** The folder's absolute path; null if it cannot be used, or is not there. Nothing is made. */
function checkDataFolder({ dataDir, databaseUrl }: Environment): string | null {
  try {
    const { folder, existing } = findDataFolder(dataDir)
    const full = diskFault(existing)
    const left = megabytesLeft(existing)
    if (full) (databaseUrl ? hints : faults).push(full)
    else if (folder === existing)
      fine.push(
        say({
          da: `DATA_DIR: der kan skrives i ${folder}, og der er ${left} MB tilbage.`,
          en: `DATA_DIR: ${folder} can be written, with ${left} MB left.`,
        }),
      )
    else
      fine.push(
        say({
          da: `DATA_DIR: ${folder} findes ikke; starten laver den. Der er ${left} MB tilbage.`,
          en: `DATA_DIR: ${folder} does not exist; the start makes it. There are ${left} MB left.`,
        }),
      )
    return folder === existing ? folder : null
  } catch (error) {
    faults.push(explain(error)?.message ?? String(error))
    return null
  }
}

/** Whether a site of ours has the data folder, in which case the port is taken as it should be. */
async function checkPort(at: Environment, folder: string | null): Promise<boolean> {
  const release = folder && !at.databaseUrl ? await tryLock(path.join(folder, 'lock')) : null
  const hasFolder = folder !== null && !at.databaseUrl && release === null
  await release?.()
  const fault = portFault(at, await whyPortIsClosed(at.port, at.host))
  if (hasFolder)
    hints.push(
      say({
        da: `En hjemmeside kører allerede på ${folder}: dets port og database er ikke kontrolleret.`,
        en: `A site already runs on ${folder}: its port and database have not been checked.`,
      }),
    )
  else if (fault) faults.push(fault)
  else fine.push(say({ da: `PORT: port ${at.port} er fri.`, en: `PORT: port ${at.port} is free.` }))
  return hasFolder
}

async function checkOwnDatabase({ databaseUrl }: Environment, isSiteRunning: boolean): Promise<void> {
  if (unusable.has('DATABASE_URL') || isSiteRunning) return
  if (!databaseUrl) {
    fine.push(
      say({
        da: 'DATABASE_URL er ikke sat: hjemmesiden kører sin egen PostgreSQL.',
        en: 'DATABASE_URL is not set: the site runs its own PostgreSQL.',
      }),
    )
    const old = versionHint(packagedPostgres().version, true)
    if (old) hints.push(old)
    return
  }
  try {
    const old = versionHint(await checkDatabase(databaseUrl), false)
    if (old) hints.push(old)
    const found = await databaseFaults(databaseUrl)
    faults.push(...found)
    if (found.length === 0)
      fine.push(
        say({
          da: 'DATABASE_URL: databasen svarer og kan bruges.',
          en: 'DATABASE_URL: the database answers and can be used.',
        }),
      )
  } catch (error) {
    faults.push(explain(error)?.message ?? String(error))
  }
}

/** Whether files can be written where the CMS will, if that is no folder. */
async function checkFiles(): Promise<void> {
  const { S3_BUCKET } = given(process.env)
  if (!S3_BUCKET) return
  const fault = await tryBucket(given(process.env))
  if (fault) faults.push(fault)
  else
    fine.push(
      say({
        da: `S3_BUCKET: der kan skrives i "${S3_BUCKET}".`,
        en: `S3_BUCKET: "${S3_BUCKET}" can be written.`,
      }),
    )
}

async function checkMail({ smtpUrl }: Environment): Promise<void> {
  if (unusable.has('SMTP_URL')) return
  const fault = smtpUrl === undefined ? null : await tryMailServer(smtpUrl)
  if (fault) faults.push(fault)
  else if (smtpUrl === undefined) hints.push(noMailLine())
  else fine.push(say({ da: 'SMTP_URL: mailserveren svarer.', en: 'SMTP_URL: the mail server answers.' }))
}

function checkBuild(): void {
  if (isBuilt()) fine.push(say({ da: 'Siderne er bygget.', en: 'The pages are built.' }))
  else
    hints.push(
      say({
        da: 'Siderne er ikke bygget af denne kode: starten bygger dem først, hvilket tager minutter.',
        en: 'The pages are not built from this code: the start builds them first, which takes minutes.',
      }),
    )
}

/** The first start alone uses the password, and would refuse it. */
async function checkAdministrator({ adminEmail, adminPassword, siteUrl }: Environment): Promise<void> {
  if (adminPassword === undefined) return
  const fault = await passwordFault(adminPassword, { name: 'Administrator', email: adminEmail, siteUrl })
  if (fault)
    hints.push(
      say({
        da: `${guessedLine(fault)} Findes der brugere i forvejen, betyder det intet.`,
        en: `${guessedLine(fault)} It does not matter if there are users already.`,
      }),
    )
}

/** What can be used, but is seldom meant. */
function checkSense(at: Environment): void {
  const open = proxyWarning(at)
  if (open) hints.push(open)
  if (at.siteUrl.startsWith('https:') && at.trustedProxies === 0)
    hints.push(
      say({
        da: 'SITE_URL er https, så der står en proxy foran, men TRUST_PROXY er 0: grænserne tæller proxyen i stedet for de besøgende. Sæt TRUST_PROXY=1.',
        en: 'SITE_URL is https, so a proxy stands in front, but TRUST_PROXY is 0: limits count the proxy instead of visitors. Set TRUST_PROXY=1.',
      }),
    )
  if (at.siteUrl.startsWith('http:') && at.trustedProxies > 0)
    hints.push(
      say({
        da: 'TRUST_PROXY er sat, men SITE_URL er ikke https: logins sendes uden Secure. Sæt SITE_URL til den offentlige adresse.',
        en: 'TRUST_PROXY is set, but SITE_URL is not https: logins are sent without Secure. Set SITE_URL to the public address.',
      }),
    )
  if (at.siteClock)
    hints.push(
      say({
        da: `SITE_CLOCK er sat: hjemmesidens ur begynder ved ${at.siteClock}. Det er kun til at prøve med.`,
        en: `SITE_CLOCK is set: the site's clock starts at ${at.siteClock}. It is for trying things out only.`,
      }),
    )
}
