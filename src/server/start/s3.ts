import { randomUUID } from 'node:crypto'
import { accessSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { say } from '../tell/language.ts'

/** What must be there once one of them is; the keys themselves or as a file. The CMS reads them: collections/shared. */
const NEEDED = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']

/** Every variable of S3. */
export const S3_VARIABLES = [
  'S3_BUCKET',
  'S3_REGION',
  'S3_ENDPOINT',
  ...['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].flatMap((name) => [name, `${name}_FILE`]),
]

type Source = Record<string, string | undefined>

/**
 * A line for each variable of S3-compatible storage that is missing or bad, without showing a secret; none if there are no
 * such variables. In the language that `source` asks for.
 */
export function s3Faults(given: Source, source: Source): string[] {
  if (!S3_VARIABLES.some((name) => given[name])) return []
  const faults: string[] = []
  for (const name of NEEDED) {
    const file = name.includes('KEY') ? given[`${name}_FILE`] : undefined
    if (!given[name] && !file)
      faults.push(
        say(
          {
            da: `${name} mangler: filer i S3 kræver ${NEEDED.join(', ')}.`,
            en: `${name} is missing: files in S3 need ${NEEDED.join(', ')}.`,
          },
          source,
        ),
      )
    if (file && !canRead(file))
      faults.push(
        say(
          {
            da: `${name}_FILE: filen ${file} kan ikke læses.`,
            en: `${name}_FILE: the file ${file} cannot be read.`,
          },
          source,
        ),
      )
  }
  const { S3_ENDPOINT: endpoint } = given
  if (endpoint && !z.url({ protocol: /^https?$/ }).safeParse(endpoint).success)
    faults.push(
      say(
        {
          da: `S3_ENDPOINT er "${endpoint}", og det kan ikke bruges: skriv en adresse som https://s3.example.dk.`,
          en: `S3_ENDPOINT is "${endpoint}", which cannot be used: write an address such as https://s3.example.dk.`,
        },
        source,
      ),
    )
  return faults
}

/**
 * Writes a small file into the bucket that the variables name and removes it again, within some seconds.
 * @param given the variables, without fault
 * @returns a line that says what failed; null if nothing did
 */
export async function tryBucket(given: Source): Promise<string | null> {
  const sdk = await loadSdk()
  const { S3_BUCKET: Bucket = '', S3_ENDPOINT: endpoint, S3_REGION: region = 'us-east-1' } = given
  const key = (name: string) => given[name] ?? readFileSync(given[`${name}_FILE`] ?? '', 'utf8').trim()
  const credentials = {
    accessKeyId: key('S3_ACCESS_KEY_ID'),
    secretAccessKey: key('S3_SECRET_ACCESS_KEY'),
  }
  const client = new sdk.S3Client({
    region,
    credentials,
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    maxAttempts: 1,
  })
  const abortSignal = AbortSignal.timeout(TRIAL_MILLISECONDS)
  const Key = `check-${randomUUID()}.txt`
  try {
    await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body: 'npm run check' }), { abortSignal })
    await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }), { abortSignal })
    return null
  } catch (error) {
    const { name, code, $metadata } = error as { name: string; code?: string; $metadata?: Answered }
    if ($metadata?.httpStatusCode)
      return say({
        da: `S3_BUCKET: i "${Bucket}" kan der ikke skrives og slettes (${name}). Ret spandens navn, nøglerne eller deres rettigheder (docs/operating/media-s3.md).`,
        en: `S3_BUCKET: "${Bucket}" cannot be written and emptied (${name}). Correct its name, the keys or their rights (docs/operating/media-s3.md).`,
      })
    const where = endpoint ?? 'Amazon'
    return say({
      da: `S3_ENDPOINT: ${where} svarer ikke (${code ?? name}). Start serveren, eller ret adressen.`,
      en: `S3_ENDPOINT: ${where} does not answer (${code ?? name}). Start the server, or correct the address.`,
    })
  } finally {
    client.destroy()
  }
}

const TRIAL_MILLISECONDS = 5000

type Answered = { httpStatusCode?: number }

type Command = new (input: { Bucket: string; Key: string; Body?: string }) => object

/** What is used of @aws-sdk/client-s3. */
type Sdk = {
  S3Client: new (configuration: object) => {
    send: (command: object, options: { abortSignal: AbortSignal }) => Promise<unknown>
    destroy: () => void
  }
  PutObjectCommand: Command
  DeleteObjectCommand: Command
}

/** The one that the CMS uses: a dependency of its package, so it is resolved from there. */
async function loadSdk(): Promise<Sdk> {
  const from = createRequire(import.meta.resolve('@payloadcms/storage-s3'))
  return (await import(pathToFileURL(from.resolve('@aws-sdk/client-s3')).href)) as Sdk
}

function canRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}
