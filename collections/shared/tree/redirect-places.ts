import { sql } from '@payloadcms/db-postgres'
import type {
  CollectionBeforeDeleteHook,
  PayloadRequest,
  RelationshipFieldValidation,
  TextFieldSingleValidation,
} from 'payload'
import { addressOnSite, readOldAddress } from '../../../src/domain/tree/old-address.ts'
import {
  deadEnd,
  type Places,
  takenProblem,
  type Target,
  targetProblem,
} from '../../../src/domain/tree/redirect-rules.ts'
import { Refusal } from '../border/refusal.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { environment } from '../environment.ts'
import { idOf } from './tree-rules.ts'

/** What stands where, asked of the database one address at a time. @param except the redirect that is being saved */
function placesFor(req: PayloadRequest, except: number | null): Places {
  return {
    redirect: async (from) => {
      const [row] = await inTransaction<Target>(
        req,
        sql`SELECT page_id AS page, url FROM redirects WHERE "from" = ${from} AND id IS DISTINCT FROM ${except}::int`,
      )
      return row ?? null
    },
    pageAt: async (path) => {
      const [row] = await inTransaction<{ title: string }>(
        req,
        sql`SELECT title FROM pages WHERE id = page_at(${path})`,
      )
      return row?.title ?? null
    },
    placeOf: async (page) => {
      const [row] = await inTransaction<{ path: string; isPublished: boolean }>(
        req,
        sql`SELECT page_path(id) AS path, _status = 'published' AS "isPublished" FROM pages WHERE id = ${page}`,
      )
      return row ?? null
    },
  }
}

type Siblings = { from?: string; page?: number | { id: number } | null; url?: string | null }

const ownId = (id: number | string | undefined): number | null => (id === undefined ? null : Number(id))

/** An old address in its one form, without what a page, the system or another redirect has. */
export const refuseWrongAddress: TextFieldSingleValidation = async (value, { id, req }) => {
  if (!value) return 'Skriv den gamle adresse.'
  const { address, problem } = readOldAddress(value, environment.siteUrl)
  if (address === undefined) return problem
  const places = placesFor(req, ownId(id))
  const other = await places.redirect(address)
  if (other)
    return `»${address}« har allerede en viderestilling${other.url && other.page === null ? ` til ${other.url}` : ''}. Ret den i stedet.`
  return (await takenProblem(address, places)) ?? true
}

/** A page that is chosen takes precedence, and is judged at its own field. */
export const refuseWrongTarget: TextFieldSingleValidation = async (value, { id, req, siblingData }) => {
  const { from, page } = siblingData as Siblings
  if (page) return true
  const checked = await checkTarget(from, { page: null, url: value ?? null }, req, id)
  if (checked !== true || req.context[OTHERS_FOLLOW]) return checked
  const problem = await leadsNowhere(value, req)
  return problem === null
    ? true
    : `${problem} Skriv en adresse, der findes, eller vælg siden, hvis den først skal offentliggøres.`
}

/** Redirects that are saved together may lead to each other: whoever saves them asks in the end whether any leads nowhere. */
export const letOthersFollow = (req: PayloadRequest): void => {
  req.context[OTHERS_FOLLOW] = true
}

const OTHERS_FOLLOW = 'other redirects are saved after this one'

/** Why a redirect to an address leads nowhere as things stand, in Danish; null: it leads somewhere. */
export const leadsNowhere = async (url: unknown, req: PayloadRequest): Promise<string | null> =>
  typeof url === 'string' ? deadEnd(url, placesFor(req, null), environment.siteUrl) : null

export const refuseWrongPage: RelationshipFieldValidation = (value, { id, req, siblingData }) => {
  const page = idOf(value as Siblings['page'])
  return page === null ? true : checkTarget((siblingData as Siblings).from, { page, url: null }, req, id)
}

async function checkTarget(
  from: string | undefined,
  target: Target,
  req: PayloadRequest,
  id: number | string | undefined,
): Promise<string | true> {
  const { address } = readOldAddress(from ?? '', environment.siteUrl)
  if (address === undefined) return true
  return (await targetProblem(address, target, placesFor(req, ownId(id)), environment.siteUrl)) ?? true
}

/** A redirect that another one leads to stays, or that one would lead nowhere. */
export const keepWhileLedTo: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!req.user) return
  const others = await inTransaction<{ own: string; from: string; url: string }>(
    req,
    sql`SELECT own."from" AS own, other."from" AS "from", other.url FROM redirects AS own
        JOIN redirects AS other ON other.id <> own.id AND other.page_id IS NULL
          AND position(lower(own."from") IN lower(other.url)) > 0
        WHERE own.id = ${Number(id)}`,
  )
  const other = others.find(({ own, url }) => addressOnSite(url, environment.siteUrl) === own)
  if (other)
    throw new Refusal(
      `»${other.own}« kan ikke slettes, så længe viderestillingen fra »${other.from}« fører dertil. Ret den først.`,
      409,
    )
}
