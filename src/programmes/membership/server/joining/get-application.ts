import { phoneOfAccount } from '#kernel/access/index.ts'
import { activeMembership, membershipsOf } from '#kernel/memberships/index.ts'
import { organisationNames } from '#kernel/organisations/index.ts'
import {
  findPeopleByPhone,
  findPersonByDocument,
  maskedDocuments,
  maskPhone,
  personKeyText,
} from '#kernel/people/index.ts'
import { holdsAt, requireAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { Failure } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { membership } from '../../contract.ts'
import { tables } from '../members-tables.ts'
import { maskedApplicant, openApplicant } from './applicant.ts'
import { getApplicationRow, noSuchApplication, personOf, type Application } from './applications.ts'
import { asRows } from './staff-applications.ts'
import { letterOf } from './transfer-letter.ts'

/** Whoever must decide it sees what to look at: a membership elsewhere, the same document twice, another phone. */
export const getApplication: Handler<typeof membership.getApplication> = async (ctx, { id }) => {
  const application = await getApplicationRow(ctx, id)
  await requireSeen(ctx, application)
  const names = await organisationNames(ctx, [application.organisationId])
  const [row] = await asRows(ctx, [
    { ...application, organisationName: names.get(application.organisationId) ?? '' },
  ])
  if (row === undefined) throw noSuchApplication()
  const applicant = openApplicant(ctx, application)
  const person = personOf(application)
  const isOpen = ['checking', 'returned', 'second-look'].includes(application.state)
  const found = isOpen ? await findKnown(ctx, application) : undefined
  const phone = await phoneOfAccount(ctx, application.accountId)
  return {
    ...row,
    maskedDocument:
      applicant !== undefined
        ? maskedApplicant(applicant).maskedDocument
        : person === undefined
          ? null
          : ((await maskedDocuments(ctx, [person])).get(personKeyText(person)) ?? null),
    maskedPhone: phone === undefined ? null : maskPhone(phone),
    source: application.source,
    letter: letterOf(application),
    person: person ?? null,
    identityCheck: application.identityCheck,
    ...(isOpen ? await judge(ctx, application, found, phone) : { doubts: [], memberOf: null }),
    mayReveal:
      applicant !== undefined && (await holdsAt(ctx, 'membership.admit', application.organisationId)),
  }
}

/** Out of reach is answered as one that does not exist. */
export async function requireSeen(ctx: Context, { organisationId }: Application): Promise<void> {
  await requireAt(ctx, 'membership.read', organisationId).catch((error: unknown) => {
    throw error instanceof Failure ? noSuchApplication() : error
  })
}

async function findKnown(ctx: Context, application: Application): Promise<PersonKey | undefined> {
  const known = personOf(application)
  const applicant = openApplicant(ctx, application)
  if (known !== undefined || applicant === undefined) return known
  return findPersonByDocument(ctx, applicant.documentKind, applicant.documentNumber)
}

const doubts = {
  'member-here': { zh: '此证件已在本会名册上。', en: 'This document is on your own roll already.' },
  'same-document': {
    zh: '另一份办理中的申请填了同一个证件号码。',
    en: 'Another application under way has the same document.',
  },
  'known-by-another-phone': {
    zh: '平台已有此人，登记的是另一个手机号。请当面核对证件。',
    en: 'This person is known with another phone. Compare the document face to face.',
  },
  'left-before': { zh: '此人以前是会员，已退出。', en: 'This person was a member before.' },
} satisfies Record<string, Text>

async function judge(
  ctx: Context,
  application: Application,
  known: PersonKey | undefined,
  phone: string | undefined,
) {
  const current = known && (await activeMembership(ctx, known))
  const isHere = current?.organisationId === application.organisationId
  const elsewhere = current === undefined || isHere ? null : current
  const names = await organisationNames(ctx, elsewhere === null ? [] : [elsewhere.organisationId])
  const memberOf =
    elsewhere === null
      ? null
      : {
          organisationId: elsewhere.organisationId,
          name: names.get(elsewhere.organisationId) ?? '',
          since: elsewhere.fromDay,
        }
  const kinds: (keyof typeof doubts)[] = []
  if (isHere) kinds.push('member-here')
  if (await isDoubled(ctx, application)) kinds.push('same-document')
  if (personOf(application) === undefined && known !== undefined && !(await hasPhone(ctx, known, phone)))
    kinds.push('known-by-another-phone')
  if (known !== undefined && current === undefined && (await membershipsOf(ctx, known)).length > 0)
    kinds.push('left-before')
  const told = kinds.map((kind) => ({ kind, text: doubts[kind] }))
  if (memberOf === null) return { memberOf, doubts: told }
  const text = {
    zh: `此证件在“${memberOf.name}”名册上（${memberOf.since}起）。接收后转为会籍转移，等原工会同意。`,
    en: `This document is on the roll of ${memberOf.name} since ${memberOf.since}. Accepting begins a transfer.`,
  }
  return { memberOf, doubts: [{ kind: 'member-elsewhere' as const, text }, ...told] }
}

async function isDoubled(ctx: Context, { id, documentIndex }: Application): Promise<boolean> {
  if (documentIndex === null) return false
  const other = await tables(ctx)
    .selectFrom('membership.application')
    .select('id')
    .where('document_index', '=', documentIndex)
    .where('id', '<>', id)
    .where('state', 'in', ['checking', 'returned', 'second-look'])
    .executeTakeFirst()
  return other !== undefined
}

async function hasPhone(ctx: Context, person: PersonKey, phone: string | undefined): Promise<boolean> {
  if (phone === undefined) return false
  return (await findPeopleByPhone(ctx, phone)).some(({ id }) => id === person.id)
}
