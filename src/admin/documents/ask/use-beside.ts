import { useCallback, useEffect, useState } from 'react'
import { askCms } from './ask-cms.ts'

type Beside<Answer> = {
  /** What the CMS told last; null: nothing yet. */
  known: Answer | null
  /** Asks again, and is done when it is known. */
  reload: () => Promise<void>
}

/**
 * What the CMS tells of the document of a form beside it, such as what is planned for it.
 * @param address null: there is nothing to ask; what stands after a sign # is not sent, and tells when to ask again
 * @param failed what to tell when there is no answer that can be read, in Danish
 * @param onProblem is told why it cannot be known; the same function as long as the form stands
 */
export function useBeside<Answer extends object>(
  address: string | null,
  failed: string,
  onProblem: (problem: string) => void,
): Beside<Answer> {
  const [known, setKnown] = useState<Answer | null>(null)
  const reload = useCallback(async () => {
    if (address === null) return
    const answer = await askCms<Answer>('GET', address, { failed })
    if ('problem' in answer) onProblem(answer.problem)
    else setKnown(answer)
  }, [address, failed, onProblem])
  useEffect(() => {
    const begin = async () => reload()
    void begin()
  }, [reload])
  return { known, reload }
}
