/**
 * A bounded number of answers to visitors' questions. The least recently used goes first; one that was asked twice gets a
 * second chance, so that many odd questions do not drive out a popular one. An answer is valid while the content is the
 * same; if the database does not answer, an old one is better than none.
 */
export class RecentAnswers {
  /** The least recently used comes first. */
  private readonly answers = new Map<string, Entry>()

  constructor(private readonly most: number) {}

  /** @param version of the content @param ask fails when the database does */
  get<Answer>(question: string, version: number, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(question)
    if (known?.version === version) {
      this.keep(question, { ...known, isSpared: true })
      return known.answer as Promise<Answer>
    }
    const answer = ask().catch((error: unknown) => {
      if (this.answers.get(question)?.answer === answer) {
        this.answers.delete(question)
        if (known) this.keep(question, known)
      }
      if (known) return known.answer as Promise<Answer>
      throw error
    })
    this.keep(question, { version, answer, isSpared: known !== undefined })
    return answer
  }

  private keep(question: string, entry: Entry): void {
    this.answers.delete(question)
    this.answers.set(question, entry)
    for (const [oldest, { isSpared, ...others }] of this.answers) {
      if (this.answers.size <= this.most) break
      this.answers.delete(oldest)
      if (isSpared) this.answers.set(oldest, { ...others, isSpared: false })
    }
  }
}

type Entry = {
  version: number
  answer: Promise<unknown>
  /** Whether it gets a second chance when it is its turn to go. */
  isSpared: boolean
}
