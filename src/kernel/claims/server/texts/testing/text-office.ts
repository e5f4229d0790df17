import { sql } from 'kysely'
import { makeParkCity, type ParkCity } from '#kernel/figures/server/testing/parks.ts'
import { officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import type { Actor } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { claims } from '../../../contract.ts'
import type { DraftContent, DraftParagraph } from '../../../shapes-drafts.ts'

export const key = (serial: number) => ({
  bk: serial,
  id: `00000000-0000-7000-8000-00000000000${serial}`,
})
export const write = ['claims.read', 'claims.write']

type Handed = { id: string; revision: number }

/** A city with three parks, one who writes its texts and another who approves them. */
export type TextOffice = {
  readonly city: ParkCity
  readonly root: { id: string; path: string; name: string }
  readonly writer: Actor
  readonly approver: Actor
  handedIn(paragraphs: DraftParagraph[]): Promise<Handed>
  handInAgain(id: string, before: number, paragraphs: DraftParagraph[]): Promise<Handed>
  publish(
    wish: InputOf<typeof claims.publishDraft>,
    as?: Actor,
  ): Promise<OutputOf<typeof claims.publishDraft>>
}

export async function makeTextOffice(): Promise<TextOffice> {
  const city = await makeParkCity()
  for (const name of ['北山', '河滨', '湖心']) await city.park(name, '2020-05-01')
  await city.visits('east', 41)
  const { rows } = await sql<TextOffice['root']>`
    select id, path::text as path, name from organisations.organisation`.execute(city.world.owner.db)
  const root = rows[0]!
  const writer = officerAt(root, write, { person: key(1), name: '韩砚秋' })
  const approver = officerAt(root, [...write, 'claims.publish'], { person: key(2), name: '沈振声' })

  async function handedIn(paragraphs: DraftParagraph[]) {
    const draft = { title: '公园工作报告', kind: 'report' as const }
    const { id, revision } = await city.call(writer, claims.createDraft, draft)
    return handInAgain(id, revision, paragraphs)
  }
  async function handInAgain(id: string, before: number, paragraphs: DraftParagraph[]) {
    const wish = { id, revision: before, content: content(paragraphs) }
    const { revision } = await city.call(writer, claims.saveDraft, wish)
    await city.call(writer, claims.handInDraft, { id, revision })
    return { id, revision }
  }
  const publish: TextOffice['publish'] = (wish, as = approver) => city.call(as, claims.publishDraft, wish)
  return { city, root, writer, approver, handedIn, handInAgain, publish }
}

/** A paragraph whose `words` are bound to a figure. */
export function bind(
  text: string,
  words: string,
  figure: string,
  live = false,
  asOf = '2026-11-23',
): DraftParagraph {
  const start = text.indexOf(words)
  return { text, numbers: [{ start, end: start + words.length, bound: { figure, asOf }, live }] }
}

const content = (paragraphs: DraftParagraph[]): DraftContent => ({
  title: '公园工作报告',
  kind: 'report',
  addressee: '',
  documentNumber: '',
  signer: '测试市总工会',
  dated: '2026-11-23',
  paragraphs,
})
