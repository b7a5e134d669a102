import type { PayloadRequest } from 'payload'
import { reachOf, type Right } from '../../../src/domain/accounts/rights.ts'
import { whyNot } from '../../../src/domain/accounts/rights-words.ts'
import { asFirst } from '../border/first-refusal.ts'
import { Refusal } from '../border/refusal.ts'
import { accountOf, mayDoWith } from './access.ts'

/** @throws Refusal, with the reason, for whoever may not do that with all documents of a collection */
export function refuseUnlessAll(right: Right, collection: string, req: PayloadRequest): void {
  const account = accountOf(req)
  if (account && reachOf(account, right, collection) !== 'all')
    throw new Refusal(
      account.role === 'writer'
        ? whyNot(account, right, collection)
        : 'Det kan kun redaktører. Det forsvinder af sig selv, når dagene er gået.',
      403,
    )
}

/** @throws Refusal, with the reason, for whoever may not do that with a document as it stands */
export async function refuseUnless(
  right: Right,
  collection: string,
  id: number | string,
  req: PayloadRequest,
): Promise<void> {
  const account = accountOf(req)
  if (account && !(await mayDoWith(account, right, collection, id, req)))
    throw asFirst(new Refusal(whyNot(account, right, collection), 403), req)
}
