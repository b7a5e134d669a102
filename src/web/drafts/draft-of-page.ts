import { createLocalReq, type DataFromCollectionSlug, type Payload, type TypedUser } from 'payload'

/**
 * A page as it would be stored if a form were saved as a draft now: it is saved as whoever asks, and taken back. So it is read by
 * the CMS's own rules, whatever was sent. Whoever may not save it reads it as it is stored. Throws what saving throws.
 * @param id null: of a new page
 */
export async function draftOfPage(
  id: number | null,
  data: Record<string, unknown>,
  payload: Payload,
  user: TypedUser,
): Promise<DataFromCollectionSlug<'pages'>> {
  const { db } = payload
  const transaction = await db.beginTransaction()
  if (transaction === null) throw new Error('The database begins no transaction')
  try {
    // As a promise it is nobody else's to end.
    const req = { transactionID: Promise.resolve(transaction) }
    const asked = {
      collection: 'pages' as const,
      data: { ...withoutOwn(data), _status: 'draft' as const },
      draft: true,
      depth: 0,
      overrideAccess: false,
      overrideLock: true,
      user,
      req: await createLocalReq({ user, context: {}, req }, payload),
    }
    return id === null
      ? await payload.create(asked as Parameters<typeof payload.create<'pages', object>>[0])
      : await payload.update({ ...asked, id })
  } catch (error) {
    if (id === null || (error as { status?: number }).status !== 403) throw error
    return await payload.findByID({
      collection: 'pages',
      id,
      draft: true,
      depth: 0,
      overrideAccess: false,
      user,
    })
  } finally {
    await db.rollbackTransaction(transaction)
  }
}

/** Without what says on which version the form builds: nobody's save is met here. */
function withoutOwn(data: Record<string, unknown>): Record<string, unknown> {
  const { id: _, createdAt: __, updatedAt: ___, ...fields } = data
  return fields
}
