import path from 'node:path'
import { Worker, type WorkerOptions } from 'node:worker_threads'
import pLimit from 'p-limit'
import { z } from 'zod'
import type { Placed } from './texts-of.ts'

/** `isWhole`: whether all of the file was read; a scanned picture of a page, and what is attached, cannot be. */
export type ReadPdf = { texts: Placed[]; isWhole: boolean }

/**
 * The texts of a PDF by page. Within bounds of time, memory and pages, in a thread that is ended with them; what was read until
 * then counts. Never throws: what cannot be read has no texts.
 */
export const readPdf = (data: Uint8Array): Promise<ReadPdf> => oneAtATime(() => read(data))

/** A thread takes a core and the memory below. */
const oneAtATime = pLimit(1)

const MOST_PAGES = 500
const MOST_MILLISECONDS = 8_000
const MOST_MEGABYTES = 256

function read(data: Uint8Array): Promise<ReadPdf> {
  return new Promise((resolve) => {
    const texts: Placed[] = []
    const options: WorkerOptions = {
      // A copy: the thread takes what it is given.
      workerData: { data: new Uint8Array(data), mostPages: MOST_PAGES },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
      // What a reader says of a file may hold its words.
      stdout: true,
      stderr: true,
    }
    // As `new Worker`, which Next would bundle the thread for.
    const worker = Reflect.construct(Worker, [THREAD, options]) as Worker
    const end = (isWhole: boolean) => {
      clearTimeout(timer)
      clearInterval(watch)
      void worker.terminate()
      resolve({ texts, isWhole: isWhole && hasWords(texts) })
    }
    const timer = setTimeout(() => end(false), MOST_MILLISECONDS)
    // What is unpacked stands outside the memory that the thread is given.
    const most = process.memoryUsage.rss() + 2 * MOST_MEGABYTES * 1_000_000
    const watch = setInterval(() => process.memoryUsage.rss() > most && end(false), 50)
    worker.on('message', (sent) => {
      const message = told.safeParse(sent).data
      if (!message) end(false)
      else if ('end' in message) end(message.end === 'whole')
      else {
        const { page, text } = message
        texts.push({ label: page === 0 ? 'PDF-filens egenskaber' : `PDF-filen, side ${page}`, text })
      }
    })
    worker.on('error', () => end(false))
    worker.on('exit', () => end(false))
  })
}

/** Read by node itself, beside the bundle. */
const THREAD = path.join(process.cwd(), 'collections/shared/border/private/pdf-worker.mjs')

const told = z.union([
  z.object({ page: z.int(), text: z.string() }),
  z.object({ end: z.enum(['whole', 'part']) }),
])

const hasWords = (texts: readonly Placed[]): boolean => texts.slice(1).some(({ text }) => text.trim() !== '')
