import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Marked, type Tokens } from 'marked'
import sharp from 'sharp'
import { helpPictureAddress } from './help-address.ts'

/** A task: what its heading says, and the name it has in addresses. */
type Task = { name: string; title: string }

/** What editors can look up, as HTML, with its tasks in order. It is ours, docs/redaktoer.md, so it may hold any. */
export async function readHelp(): Promise<{ tasks: Task[]; html: string }> {
  const docs = path.join(process.cwd(), 'docs')
  const text = await readFile(path.join(docs, 'redaktoer.md'), 'utf8')
  const tasks: Task[] = []
  const marked = new Marked({
    async: true,
    async walkTokens(token) {
      if (token.type !== 'image') return
      // So that what is below stays where it is when a picture comes.
      const { width, height } = await sharp(path.join(docs, (token as Tokens.Image).href)).metadata()
      Object.assign(token, { size: `width="${width}" height="${height}"` })
    },
    renderer: {
      heading({ tokens, depth, text }) {
        // The view has its own title.
        if (depth === 1) return ''
        const name = nameOf(text)
        tasks.push({ name, title: text })
        return `<h${depth} id="${name}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      image({ href, text, ...token }) {
        const { size } = token as { size?: string }
        return `<img src="${helpPictureAddress(path.basename(href))}" alt="${text}" ${size} loading="lazy">`
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
