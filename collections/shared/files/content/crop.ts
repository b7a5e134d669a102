import type { CollectionBeforeOperationHook } from 'payload'
import sharp from 'sharp'
import { z } from 'zod'
import { Refusal } from '../../border/refusal.ts'

const percent = z.coerce.number().min(0).max(100)

/** What the admin's editor of pictures sends with a save. */
const schema = z.object({
  crop: z.object({ x: percent, y: percent }).optional(),
  focalPoint: z.object({ x: percent, y: percent }).optional(),
  widthInPixels: z.coerce.number().int().positive().optional(),
  heightInPixels: z.coerce.number().int().positive().optional(),
})

/** Refuses a part of a picture that is not within it, before Payload fails on cutting it out. */
export const refuseWrongCrop: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return
  const { uploadEdits } = req.query
  if (uploadEdits === undefined) return
  const edits = schema.safeParse(uploadEdits)
  if (!edits.success) throw new Refusal(UNREADABLE)
  const { crop, widthInPixels = 0, heightInPixels = 0 } = edits.data
  if (!crop) return
  const { id } = args as { id?: number }
  const size = req.file
    ? await sharp(req.file.data)
        .metadata()
        .catch(() => null)
    : id === undefined
      ? null
      : await req.payload.findByID({ collection: 'media', id, depth: 0, disableErrors: true, req })
  if (!size?.width || !size.height) return
  if (!isWithin(crop.x, widthInPixels, size.width) || !isWithin(crop.y, heightInPixels, size.height))
    throw new Refusal(`Udsnittet ligger uden for billedet, som er ${size.width} × ${size.height} punkter.`)
}

/** As payload/dist/uploads/cropImage.js counts: where it begins in percent, how long it is in pixels. */
const isWithin = (from: number, length: number, whole: number): boolean =>
  length > 0 && Math.floor((from / 100) * whole) + length <= whole

const UNREADABLE = 'Udsnittet af billedet kan ikke læses. Vælg det igen.'
