/**
 * Answers by name, each read once until it is let go. Of those let go the last good one is kept until there is a new one,
 * for when the database does not answer.
 */
export class Kept {
  private readonly answers = new Map<string, Promise<unknown>>()
  private readonly former = new Map<string, Promise<unknown>>()

  /** A failed read is not kept: the next caller tries again. @param orFormer whether the former answer will do then */
  get<Answer>(name: string, read: () => Promise<Answer>, orFormer: boolean): Promise<Answer> {
    const known = this.answers.get(name)
    const answer = known ?? this.keep(name, read())
    const former = orFormer ? this.former.get(name) : undefined
    return (former ? answer.catch(() => former) : answer) as Promise<Answer>
  }

  /** Lets the answers go for which it is true. */
  letGo(isOld: (name: string) => boolean): void {
    for (const name of this.answers.keys()) if (isOld(name)) this.letOneGo(name)
  }

  letOneGo(name: string): void {
    const answer = this.answers.get(name)
    if (!answer) return
    this.answers.delete(name)
    this.former.set(name, answer)
  }

  private keep(name: string, answer: Promise<unknown>): Promise<unknown> {
    this.answers.set(name, answer)
    answer.then(
      () => {
        if (this.answers.get(name) === answer) this.former.delete(name)
      },
      () => {
        if (this.answers.get(name) === answer) this.answers.delete(name)
      },
    )
    return answer
  }
}
