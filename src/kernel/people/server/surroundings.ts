import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { findInstallation } from '#platform/installation.ts'
import type { DocumentKind } from '../contract.ts'
import { refuseIdentity, type Surroundings } from './read-identity.ts'
import { readDocument, type Document, type DocumentVerdict } from './rules/document.ts'

/** What a check needs to know of the place and the day; apart from the checking, which threads do without a database. */
export async function surroundings(ctx: Context): Promise<Surroundings> {
  const installation = await findInstallation(ctx.db)
  return { today: cityDay(ctx.now), demo: installation?.kind === 'demo' }
}

export async function requireDocument(ctx: Context, kind: DocumentKind, number: string): Promise<Document> {
  const verdict: DocumentVerdict = readDocument(kind, number, await surroundings(ctx))
  if (verdict.good === undefined) throw refuseIdentity([verdict.problem])
  return verdict.good
}
