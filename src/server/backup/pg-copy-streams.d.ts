declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** What `COPY … TO STDOUT` sends; `rowCount` is known once it has ended. */
  export function to(text: string): Readable & Submittable & { rowCount: number }
  /** Takes what `COPY … FROM STDIN` reads; `rowCount` is known once it has finished. */
  export function from(text: string): Writable & Submittable & { rowCount: number }
}
