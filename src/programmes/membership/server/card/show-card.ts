import { requirePerson } from '#kernel/access/index.ts'
import { cityOf } from '#kernel/city/index.ts'
import { organisationNames } from '#kernel/organisations/index.ts'
import { maskName, personKeyText, personNames } from '#kernel/people/index.ts'
import { cityDay } from '#platform/city-time.ts'
import { sha256 } from '#platform/digest.ts'
import { qrSvg } from '#platform/documents/qr-svg.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { readCardSerial, spacedSerial } from '../../rules/card-serial.ts'
import { freshnessOf, windowAt, windowStart } from '../../rules/moving-code.ts'
import { cardTemplate } from '../documents/card-template.ts'
import { ensureCard, findCardBySerial, isSignedBy, standingOf } from './cards.ts'

/** What the phone keeps, so that the card opens without a network; the key is good for signing and nothing else. */
export const carryCard: Handler<typeof membership.carryCard> = async (ctx) => {
  const card = await holdersCard(ctx)
  ctx.auditNote.subjects = [`card:${card.serial}`]
  return {
    serial: card.serial,
    name: card.name,
    organisationName: card.organisationName,
    cityName: cityOf(ctx.config).name.zh,
    standing: card.standing,
    since: card.since,
    verifyAt: verifyAddress(ctx),
    secret: card.secret.toString('base64'),
    fetchedAt: ctx.now,
  }
}

const verifyAddress = ({ config }: Context) => `${config.publicUrl}/v/`

/** Throws `no-member` for whoever has no membership: a card says that somebody is a member now. */
async function holdersCard(ctx: Context) {
  const person = requirePerson(ctx)
  const { standing, since, organisationId } = await standingOf(ctx, person)
  if (since === null) throw noMember()
  const card = await ensureCard(ctx, person)
  const names = await organisationNames(ctx, [organisationId])
  const name = (await personNames(ctx, [person])).get(personKeyText(person)) ?? ''
  return { ...card, standing, since, name, organisationName: names.get(organisationId) ?? '' }
}

const noMember = () =>
  conflict('no-member', {
    zh: '您现在没有会籍，入会后就有会员证。',
    en: 'You are no member now; the card comes with membership.',
  })

/**
 * For anybody who is shown a card. A serial is found only by whoever has it before them; the moving code tells whether
 * the card itself is on the screen, or a picture of it.
 */
export const verifyCard: Handler<typeof membership.verifyCard> = async (ctx, input) => {
  const nothing = {
    serial: null,
    maskedName: null,
    standing: 'none',
    since: null,
    shown: 'unsigned',
    shownAt: null,
    checkedAt: ctx.now,
  } as const
  const read = readCardSerial(input.serial)
  if (read === undefined) return { ...nothing, found: 'mistyped' }
  const card = await findCardBySerial(ctx, read.bk, read.serial)
  if (card === undefined) return { ...nothing, found: 'unknown', serial: read.serial }
  const { standing, since } = await standingOf(ctx, card.person)
  const name = (await personNames(ctx, [card.person])).get(personKeyText(card.person)) ?? ''
  return {
    found: 'card',
    serial: card.serial,
    maskedName: maskName(name),
    standing,
    since,
    ...shownWhen(ctx, card, input),
    checkedAt: ctx.now,
  }
}

function shownWhen(
  ctx: Context,
  card: Parameters<typeof isSignedBy>[0],
  { window, code }: { window?: number | undefined; code?: string | undefined },
) {
  if (window === undefined || code === undefined) return { shown: 'unsigned' as const, shownAt: null }
  if (!isSignedBy(card, window, code)) return { shown: 'forged' as const, shownAt: null }
  return { shown: freshnessOf(window, windowAt(ctx.now.getTime())), shownAt: windowStart(window) }
}

/** On paper nothing moves: the code leads to the same page, which says that it is a printed card. */
export const printCard: Handler<typeof membership.printCard> = async (ctx) => {
  const card = await holdersCard(ctx)
  const content = await renderPdf({
    template: cardTemplate,
    title: '电子会员证',
    language: ctx.language,
    data: {
      demo: (await findInstallation(ctx.db))?.kind === 'demo',
      federation: `${cityOf(ctx.config).name.zh}总工会`,
      name: card.name,
      union: card.organisationName,
      since: card.since,
      isRetained: card.standing === 'retained',
      serial: spacedSerial(card.serial),
      printedOn: cityDay(ctx.now),
      host: new URL(ctx.config.publicUrl).host,
      qr: qrSvg(`${verifyAddress(ctx)}${card.serial}`),
    },
  })
  ctx.auditNote.subjects = [`card:${card.serial}`]
  ctx.auditNote.detail = { sha256: sha256(content) }
  return { fileName: '工会会员证.pdf', mediaType: 'application/pdf', content, rows: 1 }
}
