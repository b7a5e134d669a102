import type { Inline, RichText as Body, RichTextList, RichTextNode } from '../../content/pages/rich-text.ts'
import { Heading, type Level } from '../frame/heading.tsx'
import { Link } from './link.tsx'
import { Table } from './table.tsx'
import css from './rich-text.module.css'

/** Running text. `top` is the level of its highest headings on this page. */
export function RichText({ body, top }: { body: Body; top: Level }) {
  const levels = body.flatMap((node) => (node.type === 'heading' ? [node.level] : []))
  const shift = top - Math.min(...levels)
  return (
    <div className={css.text}>
      {body.map((node, i) => (
        <Node key={i} node={node} shift={shift} />
      ))}
    </div>
  )
}

function Node({ node, shift }: { node: RichTextNode; shift: number }) {
  if (node.type === 'list') return <List list={node} />
  if (node.type === 'table') return <Table table={node} words={inlines} node={inCell} />
  if (node.type === 'paragraph') return <p>{inlines(node.children)}</p>
  return (
    <Heading level={Math.min(node.level + shift, 5) as Level} id={node.id}>
      {inlines(node.children)}
    </Heading>
  )
}

/** What stands in a cell of a table. */
const inCell = (node: RichTextNode, key: number) => <Node key={key} node={node} shift={0} />

function List({ list }: { list: RichTextList }) {
  const Tag = list.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map((item, i) => (
        <li key={i}>
          {inlines(item.children)}
          {item.list && <List list={item.list} />}
        </li>
      ))}
    </Tag>
  )
}

function inlines(nodes: Inline[]) {
  return nodes.map((node, i) => <Words key={i} node={node} />)
}

function Words({ node }: { node: Inline }) {
  if (node.type === 'break') return <br />
  if (node.type === 'link') {
    return (
      <Link href={node.href} spoken={node.spoken}>
        {inlines(node.children)}
      </Link>
    )
  }
  if (node.bold) return <strong>{node.italic ? <em>{node.text}</em> : node.text}</strong>
  return node.italic ? <em>{node.text}</em> : node.text
}
