import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leave } from '#kernel/memberships/index.ts'
import { membership } from '../../contract.ts'
import { memberPermissions } from '../../contract-members.ts'
import { codeOf, movingText, windowAt } from '../../rules/moving-code.ts'
import { makeMembersCity, MONDAY, type MembersCity } from '../testing/members-city.ts'

let city: MembersCity
beforeAll(async () => void (city = await makeMembersCity()))
afterAll(() => city.close())

const refused = (code: string, status: number) => expect.objectContaining({ code, status })
const NOW = windowAt(MONDAY.getTime())

async function carried(name = '陈会员') {
  const one = await city.known(city.tree.xinhuaUnion, name)
  const client = city.world.as(one.actor)
  const card = await client.call(membership.carryCard, {})
  const sign = (window: number) =>
    codeOf(
      createHmac('sha256', Buffer.from(card.secret, 'base64'))
        .update(movingText(card.serial, window))
        .digest(),
    )
  return { ...one, client, card, sign }
}

test('a card is one, made on first use, and a stranger who sees it learns that it is good and no more', async () => {
  const { card, client, sign } = await carried()
  expect(card).toMatchObject({ name: '陈会员', standing: 'active', since: '2026-03-01' })
  expect((await client.call(membership.carryCard, {})).serial).toBe(card.serial)
  const seen = await city.world.nobody.call(membership.verifyCard, {
    serial: card.serial,
    window: NOW,
    code: sign(NOW),
  })
  expect(seen).toEqual({
    found: 'card',
    serial: card.serial,
    maskedName: '陈**',
    standing: 'active',
    since: '2026-03-01',
    shown: 'now',
    shownAt: '2026-11-23T02:00:00.000Z',
    checkedAt: '2026-11-23T02:00:00.000Z',
  })
})

test('a picture tells its age; a code of another card or another minute is forged; without one nothing is claimed', async () => {
  const { card, sign } = await carried()
  const other = await carried()
  const verify = (window?: number, code?: string) =>
    city.world.nobody.call(membership.verifyCard, { serial: card.serial, window, code })
  expect(await verify(NOW - 30, sign(NOW - 30))).toMatchObject({
    shown: 'earlier',
    shownAt: expect.any(String) as string,
  })
  expect(await verify(NOW, sign(NOW - 30))).toMatchObject({ shown: 'forged', shownAt: null })
  expect(await verify(NOW, other.sign(NOW))).toMatchObject({ shown: 'forged' })
  expect(await verify(NOW + 60, sign(NOW + 60))).toMatchObject({ shown: 'clock-differs' })
  expect(await verify()).toMatchObject({ shown: 'unsigned', found: 'card' })
})

test('a slip of the finger is told apart from a card that is not there', async () => {
  const { card } = await carried()
  const slip = card.serial.slice(0, -1) + (card.serial.endsWith('0') ? '1' : '0')
  expect(await city.world.nobody.call(membership.verifyCard, { serial: slip })).toMatchObject({
    found: 'mistyped',
    maskedName: null,
  })
})

test('a card ends with the membership and lives again with the next; whoever is no member has none', async () => {
  const { card, person, client } = await carried()
  await leave(city.ctx, { person, lastDay: '2026-11-22', how: 'left' })
  expect(await city.world.nobody.call(membership.verifyCard, { serial: card.serial })).toMatchObject({
    found: 'card',
    standing: 'none',
    since: null,
  })
  await expect(client.call(membership.carryCard, {})).rejects.toEqual(refused('no-member', 409))
})

test('the key goes to the holder alone: an officer has a card of their own or none, a stranger none', async () => {
  const officer = city.world.as({
    ...(await city.known()).actor,
    grants: Object.keys(memberPermissions).map((permission) => ({ permission, unit: 'root' })),
  })
  await expect(officer.call(membership.carryCard, {})).rejects.toEqual(refused('no-member', 409))
  await expect(city.world.nobody.call(membership.carryCard, {})).rejects.toEqual(
    refused('unauthenticated', 401),
  )
  await expect(city.world.as(await city.stranger()).call(membership.carryCard, {})).rejects.toMatchObject({
    status: 403,
  })
})

test('on paper: a page with the name, the serial and a code', async () => {
  const { client } = await carried()
  const printed = await client.call(membership.printCard, {})
  expect(printed.fileName).toBe('工会会员证.pdf')
  expect(printed.content.length).toBeGreaterThan(5_000)
})
