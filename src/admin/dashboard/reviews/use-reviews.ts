import { useCallback, useEffect, useState } from 'react'
import { type Due, reviewAddress, type Reviews, reviewsAddress } from '../../../domain/time/reviews.ts'
import { askCms } from '../../documents/ask/ask-cms.ts'

/** What is due for whoever looks, null while that is not known, and how to say that something of it is right. */
export function useReviews(isAll: boolean) {
  const [known, setKnown] = useState<Reviews | null>(null)
  const [told, setTold] = useState('')

  const load = useCallback(async () => {
    const answer = await askCms<Reviews>('GET', reviewsAddress(isAll), { failed: UNREAD })
    if ('problem' in answer) setTold(answer.problem)
    else setKnown(answer)
  }, [isAll])
  useEffect(() => {
    const begin = async () => load()
    void begin()
  }, [load])

  async function confirm({ collection, id, name }: Due & { name: string }) {
    setTold('')
    const answer = await askCms<{ message: string }>('POST', reviewAddress(collection, id), {
      send: {},
      failed: FAILED,
    })
    await load()
    setTold(`${name}: ${'problem' in answer ? answer.problem : answer.message}`)
  }

  return { known, told, confirm }
}

const UNREAD = 'Det kan ikke hentes lige nu, hvad der skal gennemgås. Genindlæs siden.'
export const FAILED = 'Serveren svarede ikke, som den skulle. Genindlæs siden, og se, hvad der er sket.'
