// Longer than most: it is a table, a line or two for each page whose path has a parameter.
import type { Page as BrowserPage } from 'playwright-core'
import type { Page } from '#platform/client/page.ts'
import { activities } from '#kernel/activities/contract.ts'
import { claims } from '#kernel/claims/contract.ts'
import { contests } from '#kernel/contests/contract.ts'
import { figures } from '#kernel/figures/contract.ts'
import { ledger } from '#kernel/ledger/contract.ts'
import { organisations } from '#kernel/organisations/contract.ts'
import { people } from '#kernel/people/contract.ts'
import { memberships } from '#kernel/memberships/contract.ts'
import { review } from '#kernel/review/contract.ts'
import { greenTravel } from '#programmes/green-travel/contract.ts'
import { membership } from '#programmes/membership/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { enterEssay, openReadingContest } from './contests.ts'
import { become, call, openPage } from './harness.ts'
import { endedMonths } from './months.ts'
import { memberRoster, startMemberImport } from './member-rosters.ts'
import { plateAddress } from './plates.ts'
import { asCsv, makeRoster, startImport } from './rosters.ts'

type Wanted = Pick<Page, 'path'>
type Found = (page: BrowserPage) => Promise<string>

/** A real address for each page whose path has a parameter; found as the city officer, who sees everything. */
const addresses: Readonly<Record<string, Found>> = {
  '/staff/drafts/$id': async (page) =>
    `/staff/drafts/${(await call(page, claims.listDrafts, {})).rows[0]!.id}`,
  '/activities/$id': async (page) => `/activities/${await activityId(page)}`,
  '/staff/activities/$id': async (page) => `/staff/activities/${await activityId(page)}`,
  '/texts/$id': async (page) => `/texts/${(await call(page, claims.listTexts, {})).rows[0]!.id}`,
  '/stations/$code': async (page) => `/stations/${await stationCode(page)}`,
  '/s/$secret': async (page) => plateAddress(await stationCode(page)),
  '/staff/stations/$code': async (page) => `/staff/stations/${await stationCode(page)}`,
  '/staff/stations/$code/edit': async (page) => `/staff/stations/${await stationCode(page)}/edit`,
  '/staff/stations/inspections/$inspectionId': async (page) =>
    `/staff/stations/inspections/${(await call(page, stations.listInspections, {})).rows[0]!.id}`,
  '/staff/stations/standards/drafts/$draftId': async (page) =>
    `/staff/stations/standards/drafts/${(await call(page, stations.listStandards, {})).drafts[0]!.id}`,
  '/staff/stations/standards/versions/$versionId': async (page) =>
    `/staff/stations/standards/versions/${(await call(page, stations.listStandards, {})).rows[0]!.versionId}`,
  '/inspect/$roundId': async (page) => `/inspect/${(await aRound(page)).id}`,
  '/inspect/$roundId/$inspectionId': async (page) => {
    const { id, stops } = await aRound(page)
    return `/inspect/${id}/${stops[0]!.inspectionId}`
  },
  '/staff/stations/import/$importId': async (page) =>
    `/staff/stations/import/${await startImport(page, asCsv(makeRoster(90), '驿站名册.csv'))}`,
  '/staff/organisations/$organisationId': async (page) => {
    const { rows } = await call(page, organisations.listOrganisations, {})
    return `/staff/organisations/${rows[0]!.id}`
  },
  '/staff/people-compare/$firstBucket/$firstId/$secondBucket/$secondId': async (page) => {
    const [first, second] = (await call(page, people.listPeople, {})).rows
    return `/staff/people-compare/${first!.bk}/${first!.id}/${second!.bk}/${second!.id}`
  },
  '/staff/roster/$importId': async (page) =>
    `/staff/roster/${await startMemberImport(page, memberRoster('roster.csv'))}`,
  '/staff/people/$bucket/$personId': async (page) => {
    const { bk, id } = (await call(page, people.listPeople, {})).rows[0]!
    return `/staff/people/${bk}/${id}`
  },
  '/join/$code': async (page) => {
    const { rows } = await call(page, membership.listJoinPlaces, {})
    return `/join/${rows.find(({ code }) => code !== null)!.code}`
  },
  '/join/union/$organisationId': async (page) => {
    const { rows } = await call(page, membership.findUnions, {})
    return `/join/union/${rows[0]!.organisationId}`
  },
  // A serial with its check characters that no card has.
  '/v/$serial': async () => '/v/00000000000000',
  '/staff/members/applications/$id': async (page) => {
    const { rows } = await call(page, membership.listApplications, {})
    return `/staff/members/applications/${rows[0]!.id}`
  },
  '/staff/members/transfers/$id': async (page) => {
    const { rows } = await call(page, membership.listTransfers, {})
    return `/staff/members/transfers/${rows[0]!.id}`
  },
  '/staff/members/$bucket/$personId': async (page) => {
    const { person } = (await call(page, memberships.listMembers, {})).rows[0]!
    return `/staff/members/${person.bk}/${person.id}`
  },
  '/staff/unions/foundings/$foundingId': async (page) => `/staff/unions/foundings/${await foundingId(page)}`,
  '/unions/found/$foundingId': async (page) => `/unions/found/${await foundingId(page)}`,
  '/unions/found/$foundingId/correct': async (page) => `/unions/found/${await foundingId(page)}/correct`,
  '/staff/unions/$unionId': async (page) => {
    const { rows } = await call(page, membership.listUnions, {})
    return `/staff/unions/${rows[0]!.id}`
  },
  '/staff/unions/projects/$projectId': async (page) => {
    const { rows } = await call(page, membership.listProjects, {})
    return `/staff/unions/projects/${rows[0]!.id}`
  },
  '/staff/unions/claims/$claimId': async (page) => {
    const { rows } = await call(page, membership.listClaims, { view: 'all' })
    return `/staff/unions/claims/${rows[0]!.id}`
  },
  '/staff/green-travel/files/$fileId': async (page) => {
    const { rows } = await call(page, greenTravel.listScanFiles, { state: 'done' })
    return `/staff/green-travel/files/${rows[0]!.id}`
  },
  '/staff/green-travel/statements/$statementId': async (page) =>
    `/staff/green-travel/statements/${await proposeStatement(page)}`,
  '/staff/cases/$caseId': async (page) => {
    const { rows } = await call(page, review.listCases, { view: 'all' })
    return `/staff/cases/${rows[0]!.id}`
  },
  '/staff/ledger/$accountId': async (page) => {
    const { rows } = await call(page, ledger.listAccounts, {})
    return `/staff/ledger/${rows[0]!.id}`
  },
  '/contests/$contestId': async (page) => `/contests/${(await judgedContest(page)).id}`,
  '/contests/$contestId/result': async (page) => `/contests/${(await judgedContest(page)).id}/result`,
  '/contests/rounds/$roundId': async (page) => `/contests/rounds/${(await judgedContest(page)).roundId}`,
  '/staff/contests/$contestId': async (page) => `/staff/contests/${(await judgedContest(page)).id}`,
  '/staff/contests/$contestId/rules': async (page) =>
    `/staff/contests/${(await judgedContest(page)).id}/rules`,
  '/staff/contests/$contestId/rounds/$roundId': async (page) => {
    const { id, roundId } = await judgedContest(page)
    return `/staff/contests/${id}/rounds/${roundId}`
  },
  '/staff/contests/$contestId/result': async (page) =>
    `/staff/contests/${(await judgedContest(page)).id}/result`,
  '/contests/$contestId/enter': async (page) => `/contests/${await openReadingContest(page, '诵读')}/enter`,
  '/entries/$entryId': async (page) => `/entries/${await anEntry(page)}`,
  '/claims/$id': async (page) => `/claims/${(await call(page, claims.listClaims, {})).rows[0]!.id}`,
  '/report/$key': async (page) => `/report/${await figureKey(page)}`,
  '/staff/figures/$key': async (page) => `/staff/figures/${await figureKey(page)}`,
  '/report/publications/$id': async (page) => `/report/publications/${await publish(page)}`,
}

/** No record of these is in the demo until a programme stands on them: the page is seen as it tells that. */
const ABSENT = '00000000-0000-7000-8000-000000000000'
const absent: Readonly<Record<string, string>> = {
  // A code that no poster has.
  '/a/$code': '/a/AAAABBBBCCCC',
  '/contests/judging/$taskId': `/contests/judging/${ABSENT}`,
  '/contests/certificates/$code': '/contests/certificates/0000000000000000',
  '/me/cases/$caseId': `/me/cases/${ABSENT}`,
  '/notices/$noticeId': `/notices/${ABSENT}`,
  '/stations/applications/$id': `/stations/applications/${ABSENT}`,
  '/staff/stations/applications/$id': `/staff/stations/applications/${ABSENT}`,
  '/staff/stations/siting/$id': `/staff/stations/siting/${ABSENT}`,
}

export const isAbsent = ({ path }: Wanted): boolean => absent[path] !== undefined

/** Throws where a page came that nobody named an address for. */
export async function realAddress({ path }: Wanted, page: BrowserPage): Promise<string> {
  if (!path.includes('$')) return path
  if (absent[path] !== undefined) return absent[path]
  const find = addresses[path]
  if (find === undefined) throw new Error(`no real address is known for ${path}: add it to real-paths.ts`)
  return find(page)
}

const activityId = async (page: BrowserPage): Promise<string> =>
  (await call(page, activities.listActivities, {})).rows[0]!.id

async function aRound(page: BrowserPage) {
  const { rows } = await call(page, stations.listRounds, {})
  return call(page, stations.getRound, { id: rows.at(-1)!.id })
}

async function stationCode(page: BrowserPage): Promise<string> {
  return (await call(page, stations.listStations, { sort: 'openReports', descending: true })).rows[0]!.code
}

/** Of the month before the last closed one, every difference decided by the records. */
async function proposeStatement(page: BrowserPage): Promise<string> {
  const companyUnit = (await call(page, greenTravel.settlementCompanies, {})).rows[0]!.unit
  const { months } = await call(page, greenTravel.getMonth, { companyUnit, month: '2026-01' })
  const of = { companyUnit, month: endedMonths(months)[1]!.month }
  const { statement } = await call(page, greenTravel.getMonth, of)
  if (statement !== null) return statement.id
  await call(page, greenTravel.reconcileMonth, of)
  const { rows } = await call(page, greenTravel.listDifferences, { ...of, openOnly: true })
  for (const { caseId: id, seq } of rows)
    await call(page, review.act, { id, seq, move: 'keep-records', reason: '按读卡记录结算' })
  return (await call(page, greenTravel.proposeStatement, of)).id
}

async function figureKey(page: BrowserPage): Promise<string> {
  return (await call(page, figures.listFigures, {})).rows[0]!.key
}

/** Of the member, who looks at it. */
async function anEntry(page: BrowserPage): Promise<string> {
  const contestId = await openReadingContest(page, '征文')
  const member = await openPage(390)
  await become(member, 'member')
  const id = await enterEssay(member, contestId, '班组二十年')
  await member.context().close()
  return id
}

/** Proposed by one, approved by the other: nobody publishes what they proposed. */
async function publish(page: BrowserPage): Promise<string> {
  const keys = (await call(page, figures.listFigures, {})).rows.map(({ key }) => key)
  const other = await openPage(1440)
  await become(other, 'county-officer')
  const { id } = await call(other, figures.proposePublication, { title: '本月数字', keys })
  await other.context().close()
  await call(page, figures.approvePublication, { id })
  return (await call(page, figures.listPublications, {})).rows[0]!.id
}

const foundingId = async (page: BrowserPage): Promise<string> =>
  (await call(page, membership.listFoundings, { view: 'all', state: 'returned' })).rows[0]!.id

/** A contest with a closed round, and that round. */
async function judgedContest(page: BrowserPage) {
  const { rows } = await call(page, contests.listContests, {})
  for (const { id } of rows) {
    const { rounds } = await call(page, contests.getContest, { id })
    const closed = rounds.find(({ state }) => state === 'closed')
    if (closed !== undefined) return { id, roundId: closed.id }
  }
  throw new Error('no contest of the demo has a closed round')
}
