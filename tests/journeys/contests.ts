import pg from 'pg'
import type { Page as BrowserPage } from 'playwright-core'
import { access } from '#kernel/access/contract.ts'
import { contests } from '#kernel/contests/contract.ts'
import { call } from './harness.ts'
import { thePlace } from './place.ts'

const DAY_MS = 86_400_000

/** A reading contest that takes entries now, with a category of texts beside the films, and one judge an entry. */
export async function openReadingContest(officer: BrowserPage, title: string): Promise<string> {
  const { roles } = await call(officer, access.me, {})
  const template = await call(officer, contests.getTemplate, { template: 'reading' })
  const rules = {
    ...template,
    entriesFrom: new Date(Date.now() - DAY_MS).toISOString(),
    entriesUntil: new Date(Date.now() + 20 * DAY_MS).toISOString(),
    isAnonymous: true,
    categories: [
      ...template.categories,
      { id: 'essay', name: '征文', media: { kind: 'text' as const, charactersMax: 3_000 } },
    ],
    rounds: [{ ...template.rounds.at(-1)!, judgesPerEntry: 1 }],
  }
  const wish = { organisationId: roles[0]!.organisationId, title, rules }
  const { id } = await call(officer, contests.createContest, wish)
  await call(officer, contests.openContest, { id, version: 1 })
  return id
}

/** The database's clock cannot be moved, so the deadline is. */
export async function endEntries(contestId: string): Promise<void> {
  const client = new pg.Client(thePlace().owner)
  await client.connect()
  await client.query(
    `update contests.contest set entries_until = now() - interval '1 second' where id = $1`,
    [contestId],
  )
  await client.end()
}

/** An essay of the page's person, for whichever union is theirs. */
export async function enterEssay(member: BrowserPage, contestId: string, title: string): Promise<string> {
  const { name } = await call(member, access.me, {})
  const { own } = await call(member, contests.whereToEnter, { contestId })
  const wish = { contestId, category: 'essay', kind: 'person' as const, title, unitId: own!.id }
  const participants = [{ name: name!, hasConsented: true }]
  return (await call(member, contests.enterContest, { ...wish, participants, body: '我在班组二十年。' })).id
}
