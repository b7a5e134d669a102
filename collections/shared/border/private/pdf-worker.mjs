import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'

/** Tells the site; nothing is handed over with it. */
const tell = (message) => parentPort.postMessage(message, [])

// Reads a PDF for read-pdf.ts, in a thread of its own that can be ended: what the pages show, notes, filled-in fields, and
// what the file says of itself. Each page is told as soon as it is read.
const { data, mostPages } = workerData
const pdf = await getDocumentProxy(data, { isEvalSupported: false, verbosity: 0 })
const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
const about = Object.values(info ?? {}).filter((one) => typeof one === 'string')
tell({ page: 0, text: about.join('\n') })
for (let page = 1; page <= Math.min(pdf.numPages, mostPages); page += 1) {
  const sheet = await pdf.getPage(page)
  const { items } = await sheet.getTextContent()
  const notes = await sheet.getAnnotations().catch(() => [])
  const words = items.map(({ str = '', hasEOL }) => (hasEOL ? `${str}\n` : str)).join('')
  const beside = notes.flatMap(({ contentsObj, fieldValue, url }) =>
    [contentsObj?.str, fieldValue, url].flat(),
  )
  tell({
    page,
    text: [words, ...beside.filter((one) => typeof one === 'string')].join('\n'),
  })
  sheet.cleanup()
}
const attached = await pdf.getAttachments().catch(() => null)
const isWhole = pdf.numPages <= mostPages && !attached
tell({ end: isWhole ? 'whole' : 'part' })
