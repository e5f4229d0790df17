import { linkAccountNow, phoneOfAccount } from '#kernel/access/index.ts'
import { activeMembership, admit } from '#kernel/memberships/index.ts'
import { notify } from '#kernel/notifications/index.ts'
import {
  findPersonByDocument,
  personKeyText,
  personNames,
  recordConsents,
  registerPerson,
} from '#kernel/people/index.ts'
import type { PurposeId } from '#kernel/people/purposes.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { isNewForm } from '../../rules/employment.ts'
import { saveParticulars } from '../roster/particulars.ts'
import { tables } from '../members-tables.ts'
import { openTransfer } from '../transfers/open-transfer.ts'
import { unsealed, openApplicant, today } from './applicant.ts'
import { getApplicationRow, personOf, type Application } from './applications.ts'

/**
 * What follows from an approval, in its transaction: the applicant becomes a person of the register, a member from
 * this day (the statutes: membership begins with the union's approval), and whoever applied may go on as them.
 */
export async function admitApplicant(ctx: Context, applicationId: string): Promise<void> {
  const application = await getApplicationRow(ctx, applicationId)
  const { person, created } = await applicantAsPerson(ctx, application)
  await admit(ctx, {
    person,
    organisationId: application.organisationId,
    fromDay: today(ctx),
    newForm: isNewForm(application.employment),
  })
  await saveParticulars(ctx, person, { employment: application.employment })
  await settle(ctx, application, person, created)
}

/**
 * The applicant is on another union's roll: their wish, and this union's yes, become a transfer that waits for the
 * old union only. Nobody learns of the other membership before an officer has made sure of who they are.
 */
export async function moveApplicantOver(ctx: Context, applicationId: string): Promise<string> {
  const application = await getApplicationRow(ctx, applicationId)
  const person = await knownApplicant(ctx, application)
  const membership = person && (await activeMembership(ctx, person))
  if (person === undefined || membership === undefined) throw notElsewhere()
  const transferId = await openTransfer(ctx, {
    person,
    from: membership.organisationId,
    to: { organisationId: application.organisationId },
    newForm: isNewForm(application.employment),
    applicationId,
  })
  await settle(ctx, application, person, false)
  return transferId
}

async function applicantAsPerson(
  ctx: Context,
  application: Application,
): Promise<{ person: PersonKey; created: boolean }> {
  const known = personOf(application)
  if (known !== undefined) return { person: known, created: false }
  const applicant = openApplicant(ctx, application)
  if (applicant === undefined) throw new Error(`application ${application.id} names nobody`)
  const phone = await phoneOfAccount(ctx, application.accountId)
  const { key, created } = await registerPerson(ctx, { ...applicant, phone })
  return { person: key, created }
}

/** The person of the register behind an application, if there is one; throws `name-differs`. */
export async function knownApplicant(ctx: Context, application: Application): Promise<PersonKey | undefined> {
  const known = personOf(application)
  if (known !== undefined) return known
  const applicant = openApplicant(ctx, application)
  if (applicant === undefined) return undefined
  const found = await findPersonByDocument(ctx, applicant.documentKind, applicant.documentNumber)
  if (found === undefined) return undefined
  const name = (await personNames(ctx, [found])).get(personKeyText(found))
  if (name !== applicant.name) throw nameDiffers()
  return found
}

/** The document leaves the application: it stands in the register now, once. */
async function settle(
  ctx: Context,
  application: Application,
  person: PersonKey,
  created: boolean,
): Promise<void> {
  await tables(ctx)
    .updateTable('membership.application')
    .set({ person_bk: person.bk, person_id: person.id, ...unsealed })
    .where('id', '=', application.id)
    .execute()
  await recordConsents(ctx, person, application.consents as PurposeId[])
  if (personOf(application) !== undefined) return
  // A person whom somebody else may hold already is handed over only against the card itself.
  if (created || application.identityCheck === 'card-seen')
    await linkAccountNow(ctx, person, application.accountId)
  if (!created) await tellTheKnown(ctx, person)
}

/** Whoever was known before hears of it on the phone known before: it may not have been them. */
const tellTheKnown = (ctx: Context, person: PersonKey) =>
  notify(ctx, {
    to: { person },
    kind: 'membership.applied-as-you',
    title: { zh: '有人用您的证件办理了入会', en: 'Somebody joined a union with your document' },
    body: {
      zh: '如果不是您本人，请马上联系工会。',
      en: 'If it was not you, tell the union at once.',
    },
    href: '/membership',
  })

const notElsewhere = () =>
  conflict('not-elsewhere', {
    zh: '此人不在其他工会名册上，请直接批准入会。',
    en: 'This person is on no other roll; admit them.',
  })

const nameDiffers = () =>
  conflict('name-differs', {
    zh: '这个证件号码已登记在另一个姓名下，请核对证件后退回补正。',
    en: 'This document is known under another name. Compare the document, and return the application.',
  })
