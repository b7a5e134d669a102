import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { type CompleteNext, handOverWork, type RunDue } from '../handover.ts'

/** What the CMS's configuration brings (collections/planned, collections/shared/files/complete-files.ts). */
type Custom = {
  runDue: (payload: Payload, ...asked: Parameters<RunDue>) => ReturnType<RunDue>
  completeNext: (payload: Payload, ...asked: Parameters<CompleteNext>) => ReturnType<CompleteNext>
}

/** Hands the server what it has the CMS do. */
export function handOverWorkOf(config: Promise<SanitizedConfig>): void {
  const loaded = async () => {
    const payload = await getPayload({ config })
    return { payload, custom: payload.config.custom as Custom }
  }
  handOverWork({
    async runDue(...asked) {
      const { payload, custom } = await loaded()
      return custom.runDue(payload, ...asked)
    },
    async completeNext(...asked) {
      const { payload, custom } = await loaded()
      return custom.completeNext(payload, ...asked)
    },
  })
}
