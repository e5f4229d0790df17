// Longer than most: one city with a month of rides, set up once, for all that the three sides may differ in.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grantedActor } from '../testing/actors.ts'
import { review } from '#kernel/review/contract.ts'
import type { Actor } from '#platform/context.ts'
import { greenTravel } from '../../contract.ts'
import {
  handIn,
  makeRideWorld,
  partner,
  plantRideVoucher,
  rideFile,
  sendAndRead,
  type Scan,
} from '../testing/ride-files.ts'

let ground: Awaited<ReturnType<typeof makeRideWorld>>
let company: Actor
let first: Actor
let second: Actor
beforeAll(async () => {
  ground = await makeRideWorld()
  company = partner(ground.programme)
  first = await grantedActor(ground, '经办人', 'finance-officer')
  second = await grantedActor(ground, '复核人', 'finance-officer')
})
afterAll(() => ground.close())

const of = (month: string) => ({ companyUnit: ground.programme.companyUnit, month })
const as = (actor: Actor) => ground.world.as(actor)

async function ride(day: string, rides: number, number: number, reader = 'R1') {
  const voucher = await plantRideVoucher(ground.world, ground.programme, { day })
  const scans = Array.from({ length: rides }, (_, index): Scan => ({
    voucher: voucher.id,
    counter: index + 1,
    at: `${day}T08:0${index}:00+08:00`,
  }))
  return {
    scans,
    ...(await sendAndRead(ground.world, ground.programme, company, rideFile(scans, { number, reader }))),
  }
}

async function claim(text: string | Buffer) {
  const fileId = await handIn(ground.world, ground.programme, company, text, 'ride-claim', '申报.csv')
  return as(company).call(greenTravel.sendClaim, { ...of('2026-11'), fileId })
}

const kinds = async (openOnly = false) =>
  (await as(first).call(greenTravel.listDifferences, { ...of('2026-11'), openOnly })).rows.map(
    ({ kind, rides, fen }) => [kind, rides, fen],
  )

test('a claim is taken line by line, as spreadsheet programs write it', async () => {
  const taken = await claim(
    '﻿2026年11月申报,,,\n乘车日期,线路,乘车次数,金额（元）\n2026/11/5,101路,3,2.97\n2026-11-06,101,1,0.995\n2026-12-01,101,1,0.99\n2026-11-07,909,1,0.99\n2026-11-08,101,x,0.99\n日,101,1,0.99\n',
  )
  expect(taken).toMatchObject({ lines: 1, rides: 3, fen: 297, refusedTotal: 5 })
  expect(taken.refused.map(({ reason }) => reason)).toEqual([
    'decimal-fen',
    'other-month',
    'unknown-route',
    'bad-rides',
    'bad-date',
  ])
  await expect(claim('日期,线路,次数,金额\n2026-11-05,101,3,2.97\n合计,,9,8.91\n')).rejects.toMatchObject({
    code: 'claim-total-differs',
  })
  const numbered = await claim(
    '流水号,日期,线路,金额(分)\nA1,2026-11-05,101,99\nA1,2026-11-05,101,99\nA1,2026-11-06,101,99\nA2,20261105,101,99.5\n',
  )
  expect(numbered.refused.map(({ reason }) => reason)).toEqual(['repeated', 'number-reused', 'decimal-fen'])
  const left = await as(company).call(greenTravel.claimRefusedLines, of('2026-11'))
  expect(left.rows).toBe(3)
  expect(
    Buffer.from(left.content)
      .toString()
      .split('\r\n')
      .slice(1, 4)
      .map((line) => line.split(',').slice(0, 3)),
  ).toEqual([
    ['3', 'A1', 'repeated'],
    ['4', 'A1', 'number-reused'],
    ['5', '99.5', 'decimal-fen'],
  ])
})

test('the same claim in GB18030, as spreadsheet programs save it here', async () => {
  // 日期,线路,次数,金额 and a line of 101路.
  const heading = Buffer.from('c8d5c6da2ccfdfc2b72cb4cecafd2cbdf0b6ee0a', 'hex')
  const line = Buffer.concat([
    Buffer.from('2026-11-05,101'),
    Buffer.from('c2b7', 'hex'),
    Buffer.from(',3,2.97\n'),
  ])
  expect(await claim(Buffer.concat([heading, line]))).toMatchObject({ lines: 1, rides: 3, refusedTotal: 0 })
})

test('a month: three sides, a dispute, an answer, a decision, a statement that somebody else approves', async () => {
  const five = await ride('2026-11-05', 3, 1)
  await ride('2026-11-10', 2, 2)
  await sendAndRead(
    ground.world,
    ground.programme,
    company,
    rideFile([five.scans[0]!], { reader: 'R2', number: 1 }),
  )
  await claim('日期,线路,次数,金额\n2026-11-05,101,5,4.95\n2026-11-10,101,1,0.99\n')
  expect(await as(first).call(greenTravel.reconcileMonth, of('2026-11'))).toEqual({
    found: 3,
    fresh: 3,
    cleared: 0,
  })
  expect(await as(second).call(greenTravel.reconcileMonth, of('2026-11'))).toEqual({
    found: 3,
    fresh: 0,
    cleared: 0,
  })
  expect((await kinds()).toSorted()).toEqual([
    ['missing-in-claim', 1, -99],
    ['missing-in-scans', 1, 99],
    ['second-use', 1, 99],
  ])
  const all = await as(first).call(greenTravel.listDifferences, of('2026-11'))
  const twice = all.rows.find(({ kind }) => kind === 'second-use')!
  const check = (actor: Actor) => as(actor).call(greenTravel.checkDifference, { id: twice.id })
  // The second reader read a real code: its line is signed as well.
  expect(await check(company)).toEqual({
    accepted: { lines: 3, holds: 3, broken: 0, unknown: 0 },
    refused: { lines: 1, holds: 1, broken: 0, unknown: 0 },
    examples: [],
  })
  await ground.world.owner.pool.query(
    `update green_travel.voucher set device_key = decode(repeat('00', 32), 'hex') where id = $1`,
    [five.scans[0]!.voucher],
  )
  expect(await check(first)).toMatchObject({
    accepted: { lines: 3, holds: 0, broken: 3 },
    refused: { lines: 1, broken: 1 },
    examples: [{ counter: 1, line: null }, { counter: 2 }, { counter: 3 }, { counter: 1, line: 1 }],
  })
  const neighbour = partner(ground.programme, ground.programme.otherCompanyUnit)
  await expect(check(neighbour)).rejects.toMatchObject({ status: 404 })
  ground.world.setNow(new Date('2026-12-03T02:00:00Z'))
  await expect(as(first).call(greenTravel.proposeStatement, of('2026-11'))).rejects.toMatchObject({
    code: 'differences-open',
  })
  const { rows } = await as(first).call(greenTravel.listDifferences, of('2026-11'))
  const act = (actor: Actor, id: string, seq: number, move: string, reason: string) =>
    as(actor).call(review.act, { id, seq, move, reason })
  const claimed = rows.find(({ kind }) => kind === 'missing-in-scans')!
  await act(first, claimed.caseId, claimed.seq, 'dispute', '这一次没有刷卡记录，请提供依据')
  await expect(act(first, claimed.caseId, claimed.seq + 1, 'answer', '自己答复自己')).rejects.toThrow()
  await as(company).call(greenTravel.answerDifference, {
    id: claimed.id,
    answer: '读卡机离线，当日有纸质记录',
  })
  await expect(
    act(first, claimed.caseId, claimed.seq + 2, 'accept-claim', '提出异议的人不能自己认定'),
  ).rejects.toMatchObject({ status: 403 })
  await act(second, claimed.caseId, claimed.seq + 2, 'accept-claim', '纸质记录属实，认可')
  for (const one of rows.filter(({ isOpen, id }) => isOpen && id !== claimed.id))
    await act(first, one.caseId, one.seq, 'keep-records', '按刷卡记录结算')

  const proposed = await as(first).call(greenTravel.proposeStatement, of('2026-11'))
  expect(proposed.dueFen).toBe(5 * 99 + 99)
  const { head, content } = await as(company).call(greenTravel.getStatement, { id: proposed.id })
  expect(content.lines.map(({ rides, fen }) => [rides, fen])).toEqual([
    [5, 495],
    [1, 99],
  ])
  await expect(as(first).call(review.act, { id: head.caseId, seq: 1, move: 'settle' })).rejects.toMatchObject(
    { status: 403 },
  )
  await as(second).call(review.act, { id: head.caseId, seq: 1, move: 'settle' })
  expect(await as(first).call(greenTravel.recompute, { id: proposed.id })).toMatchObject({
    intact: true,
    recomputedFen: 594,
    recomputedRides: 5,
  })
  for (const format of ['pdf', 'xlsx', 'json'] as const) {
    const file = await as(company).call(greenTravel.statementFile, {
      id: proposed.id,
      format,
      reason: '存档核对',
    })
    expect(file.content.length).toBeGreaterThan(500)
  }
  await expect(as(first).call(greenTravel.reconcileMonth, of('2026-11'))).rejects.toMatchObject({
    code: 'month-settled',
  })
})

test('a late file of a settled month is a line of a later one, and nothing that was settled moves', async () => {
  ground.world.setNow(new Date('2026-12-05T02:00:00Z'))
  await ride('2026-11-20', 2, 3)
  await ground.world.owner.pool.query('select green_travel.prepare_month(83)')
  ground.world.setNow(new Date('2027-01-02T02:00:00Z'))
  const { id } = await as(first).call(greenTravel.proposeStatement, of('2026-12'))
  const { content } = await as(first).call(greenTravel.getStatement, { id })
  expect(content.lines.map(({ label, rides, fen }) => [label.zh, rides, fen])).toEqual([
    ['本月乘车', 0, 0],
    ['补记2026年11月乘车', 2, 198],
  ])
  // November's 594, and what came late.
  expect(content.earnedToDateFen).toBe(594 + 198)
  expect(await as(first).call(greenTravel.recompute, { id })).toMatchObject({
    intact: true,
    recomputedRides: 2,
  })
  const november = await as(first).call(greenTravel.getMonth, of('2026-11'))
  expect(await as(first).call(greenTravel.recompute, { id: november.statement!.id })).toMatchObject({
    intact: true,
  })
})

test('the neighbour company sees nothing of it, and a member may not ask', async () => {
  const neighbour = partner(ground.programme, ground.programme.otherCompanyUnit)
  for (const operation of [
    greenTravel.getMonth,
    greenTravel.claimRefusedLines,
    greenTravel.reconcileMonth,
  ] as const)
    await expect(as(neighbour).call(operation, of('2026-11'))).rejects.toMatchObject({ status: 403 })
  const { statement } = await as(first).call(greenTravel.getMonth, of('2026-11'))
  await expect(as(neighbour).call(greenTravel.getStatement, { id: statement!.id })).rejects.toMatchObject({
    status: 404,
  })
  await expect(ground.world.nobody.call(greenTravel.getMonth, of('2026-11'))).rejects.toMatchObject({
    status: 401,
  })
})

test('a ride that should not have been paid is reversed once, in the month in which that is found', async () => {
  ground.world.setNow(new Date('2026-12-10T02:00:00Z'))
  const { scans } = await ride('2026-12-05', 2, 9)
  const asked = { companyUnit: ground.programme.companyUnit, voucher: scans[0]!.voucher, counter: 1 }
  expect(await as(first).call(greenTravel.findRide, asked)).toMatchObject({
    day: '2026-12-05',
    route: '101',
    reader: 'R1',
    unionFen: 99,
    file: { line: 1 },
    signature: 'holds',
    reversal: null,
  })
  const free = async () =>
    (await ground.world.owner.pool.query('select free_fen from green_travel.budget_parent')).rows[0].free_fen
  const before = await free()
  ground.world.setNow(new Date('2027-01-08T02:00:00Z'))
  const reverse = () =>
    as(first).call(greenTravel.reverseRide, { ...asked, reason: '读卡机测试误刷，核对后退回' })
  expect(await reverse()).toEqual({ day: '2027-01-08', unionFen: 99 })
  await expect(reverse()).rejects.toMatchObject({ code: 'ride-reversed' })
  await expect(
    as(first).call(greenTravel.reverseRide, { ...asked, counter: 9, reason: '没有这次乘车' }),
  ).rejects.toMatchObject({ status: 404 })
  expect((await free()) - before).toBe(99)
  expect(await as(company).call(greenTravel.findRide, asked)).toMatchObject({
    reversal: { day: '2027-01-08', reason: '读卡机测试误刷，核对后退回' },
  })
  // January's statement has the line, and everything replays.
  ground.world.setNow(new Date('2027-02-02T02:00:00Z'))
  await ground.world.system.call(greenTravel.closeDays, {})
  expect(await ground.world.system.call(greenTravel.verifyJournal, {})).toMatchObject({ ok: true })
  const { id } = await as(first).call(greenTravel.proposeStatement, of('2027-01'))
  const { content } = await as(second).call(greenTravel.getStatement, { id })
  expect(content.lines).toContainEqual({ label: { zh: '冲正', en: 'Reversals' }, rides: -1, fen: -99 })
  expect(await as(second).call(greenTravel.recompute, { id })).toMatchObject({ intact: true })
})

test('a company is paid once a call, by finance alone, and never for what nobody checked', async () => {
  const payment = { companyUnit: ground.programme.companyUnit, fen: 500, memo: '一月预拨' }
  await expect(as(company).call(greenTravel.payOnAccount, payment)).rejects.toMatchObject({ status: 403 })
  await expect(ground.world.nobody.call(greenTravel.payOnAccount, payment)).rejects.toMatchObject({
    status: 401,
  })
  const { rows } = await ground.world.owner.pool.query(
    `select s.id from green_travel.statement s left join green_travel.statement_approval a on a.statement = s.id
     where a.statement is null limit 1`,
  )
  await expect(
    as(second).call(greenTravel.payOnAccount, { ...payment, statement: rows[0].id }),
  ).rejects.toMatchObject({ code: 'statement-not-settled' })
  const paid = async () =>
    Number(
      (
        await ground.world.owner.pool.query(
          `select coalesce(sum(amount), 0) as fen from ledger.transfer where subject like 'ride-payment:%'`,
        )
      ).rows[0].fen,
    )
  const before = await paid()
  await as(second).call(greenTravel.payOnAccount, payment)
  expect((await paid()) - before).toBe(500)
})
