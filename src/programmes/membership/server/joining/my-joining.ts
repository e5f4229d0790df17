import { organisationNames } from '#kernel/organisations/index.ts'
import { activeMembership } from '#kernel/memberships/index.ts'
import { maskName, personKeyText, personNames } from '#kernel/people/index.ts'
import { caseStates } from '#kernel/review/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { shortNumber } from '../../rules/short-number.ts'
import { newestTransferOf } from '../transfers/transfers.ts'
import { asWaiting } from '../waiting.ts'
import { latestApplication, requireAccount, type Application } from './applications.ts'
import { placesOf } from './places.ts'
import { joiningProcedure, subjectOf } from './procedure.ts'
import { letterOf } from './transfer-letter.ts'

/** An outcome older than this is no news. */
const NEWS_DAYS = 60

export const myJoining: Handler<typeof membership.myJoining> = async (ctx) => {
  const { accountId, person } = requireAccount(ctx)
  const since = new Date(ctx.now.getTime() - NEWS_DAYS * 86_400_000)
  const application = await latestApplication(ctx, accountId, since)
  return {
    application: application === undefined ? null : await ownApplication(ctx, application),
    isKnown: person !== null,
    maskedName:
      person === null ? null : maskName((await personNames(ctx, [person])).get(personKeyText(person)) ?? ''),
    membership: person === null ? null : await membershipOf(ctx, person),
    hasOpenTransfer: person !== null && (await newestTransferOf(ctx, person))?.state === 'open',
  }
}

async function ownApplication(ctx: Context, application: Application) {
  const subject = subjectOf(application.id)
  const stands = (await caseStates(ctx, joiningProcedure.id, [subject])).get(subject)
  const place = (await placesOf(ctx, [application.organisationId])).get(application.organisationId)
  if (stands === undefined || place === undefined) return null
  const tellsWhy = application.state === 'returned' || application.state === 'refused'
  return {
    id: application.id,
    number: shortNumber(application.id),
    place,
    state: application.state,
    employment: application.employment,
    appliedAt: application.appliedAt,
    letter: letterOf(application),
    waiting: asWaiting(stands, place.name),
    reason: tellsWhy ? stands.reason : null,
  }
}

async function membershipOf(ctx: Context, person: PersonKey) {
  const current = await activeMembership(ctx, person)
  if (current === undefined) return null
  const names = await organisationNames(ctx, [current.organisationId])
  return {
    organisationId: current.organisationId,
    organisationName: names.get(current.organisationId) ?? '',
    fromDay: current.fromDay,
    status: current.status as 'active' | 'retained',
  }
}
