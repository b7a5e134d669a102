import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Marked } from 'marked'
import { helpPictureAddress } from './help-address.ts'

/** A task: what its heading says, and the name it has in addresses. */
type Task = { name: string; title: string }

/** What editors can look up, as HTML, with its tasks in order. It is ours, docs/redaktoer.md, so it may hold any. */
export async function readHelp(): Promise<{ tasks: Task[]; html: string }> {
  const text = await readFile(path.join(process.cwd(), 'docs/redaktoer.md'), 'utf8')
  const tasks: Task[] = []
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        // The view has its own title.
        if (depth === 1) return ''
        const name = nameOf(text)
        tasks.push({ name, title: text })
        return `<h${depth} id="${name}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      image({ href, text }) {
        return `<img src="${helpPictureAddress(path.basename(href))}" alt="${text}" loading="lazy">`
      },
    },
  })
  return { html: await marked.parse(text), tasks }
}

/** As GitHub names the headings of a file. */
const nameOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
