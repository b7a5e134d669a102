/**
 * Answers to what visitors asked, the newest only: memory does not grow with what people think of. An answer holds as
 * long as the content is the same; an old one is better than none when the database does not answer.
 */
export class RecentAnswers {
  private readonly answers = new Map<string, { version: string; answer: Promise<unknown> }>()

  constructor(private readonly most: number) {}

  /** @param version of the content @param ask fails when the database does */
  get<Answer>(question: string, version: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(question)
    if (known?.version === version) return known.answer as Promise<Answer>
    const answer = ask().catch((error: unknown) => {
      if (this.answers.get(question)?.answer === answer) {
        this.answers.delete(question)
        if (known) this.keep(question, known)
      }
      if (known) return known.answer as Promise<Answer>
      throw error
    })
    this.keep(question, { version, answer })
    return answer
  }

  private keep(question: string, entry: { version: string; answer: Promise<unknown> }): void {
    this.answers.delete(question)
    this.answers.set(question, entry)
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= this.most) break
      this.answers.delete(oldest)
    }
  }
}
