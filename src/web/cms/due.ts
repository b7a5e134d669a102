import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { handOverDue, type RunDue } from '../handover.ts'

type Due = (payload: Payload, at: number) => ReturnType<RunDue>

/** Hands the server what makes planned changes, which the CMS's configuration brings (collections/planned). */
export function handOverPlanned(config: Promise<SanitizedConfig>): void {
  handOverDue(async (at) => {
    const payload = await getPayload({ config })
    return (payload.config.custom.runDue as Due)(payload, at)
  })
}
