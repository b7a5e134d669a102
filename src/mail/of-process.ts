import type { Post } from './post.ts'

const key = Symbol.for('aalborg-kommune-web.post')
const place = globalThis as { [key]?: Post }

/**
 * The one post of this process: the server and the code that Next bundles each have their own copy of every module, and the mail
 * server shall not be asked by both. `make` is called by the first of them.
 */
export const postOfProcess = (make: () => Post): Post => (place[key] ??= make())

/** Whether the newest letter did not go out. */
export const hasPostFailed = (): boolean => place[key]?.hasFailed() ?? false

/** Resolves when every letter of this process has gone out or lies in the folder. For programs that end. */
export const closePost = async (): Promise<void> => place[key]?.close()
