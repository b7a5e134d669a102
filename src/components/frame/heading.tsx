import type { ReactNode } from 'react'

export type Level = 2 | 3 | 4 | 5

/** A heading of the given level. */
export function Heading({ level, id, children }: { level: Level; id?: string; children: ReactNode }) {
  const Tag = `h${level}` as const
  return <Tag id={id}>{children}</Tag>
}

/** The heading level inside a part: one lower if the part has a heading, otherwise the same. */
export function below(level: Level, heading: string | null): Level {
  return heading === null || level === 5 ? level : ((level + 1) as Level)
}
