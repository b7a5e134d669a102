/**
 * Answers by name, each read once until it is let go. The last good one is kept until there is a new one, for when the
 * database does not answer.
 */
export class Kept {
  private readonly answers = new Map<string, Promise<unknown>>()
  private readonly lastGood = new Map<string, Promise<unknown>>()

  /** A failed read is not kept: the next caller tries again. @param orFormer whether the last good answer will do then */
  get<Answer>(name: string, read: () => Promise<Answer>, orFormer: boolean): Promise<Answer> {
    const answer = this.answers.get(name) ?? this.keep(name, read())
    const former = orFormer ? this.lastGood.get(name) : undefined
    return (former ? answer.catch(() => former) : answer) as Promise<Answer>
  }

  /** Lets the answers go for which it is true. */
  letGo(isOld: (name: string) => boolean): void {
    for (const name of this.answers.keys()) if (isOld(name)) this.answers.delete(name)
  }

  letOneGo(name: string): void {
    this.answers.delete(name)
  }

  private keep(name: string, answer: Promise<unknown>): Promise<unknown> {
    this.answers.set(name, answer)
    answer.then(
      () => {
        if (this.answers.get(name) === answer) this.lastGood.set(name, answer)
      },
      () => {
        if (this.answers.get(name) === answer) this.answers.delete(name)
      },
    )
    return answer
  }
}
