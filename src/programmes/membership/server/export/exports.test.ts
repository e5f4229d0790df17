import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { admit } from '#kernel/memberships/index.ts'
import { officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { demoNumber, plantPerson, systemContext } from '#kernel/people/server/testing/plant-person.ts'
import { review } from '#kernel/review/contract.ts'
import { membership } from '../../contract.ts'
import { makeRosterCity, type RosterCity } from '../roster/testing/roster-city.ts'

let city: RosterCity
const all = ['membership.export', 'membership.export-full', 'membership.approve-export']

beforeAll(async () => {
  city = await makeRosterCity()
  for (const serial of [1, 2]) {
    const person = await plantPerson(city.world.app, serial, city.tree.xinhuaUnion.id)
    await admit(systemContext(city.world.app), {
      person,
      organisationId: city.tree.xinhuaUnion.id,
      fromDay: '2022-01-01',
      newForm: false,
    })
  }
})
afterAll(() => city.remove())

const reason = '上报省总工会实名制数据'
const ask = (as: ReturnType<typeof officerAt>, form: 'masked' | 'full') =>
  city.world.as(as).call(membership.requestRosterExport, {
    organisationId: city.tree.xinhua.id,
    form,
    format: 'csv',
    reason,
  })
const fetchFile = async (as: ReturnType<typeof officerAt>, exportId: string) => {
  const file = await city.world.as(as).call(membership.downloadRosterExport, { exportId })
  return { ...file, text: Buffer.from(file.content).toString('utf8') }
}

test('masked, it is made at once: watermark, count, digests, an audit line, and no whole number', async () => {
  const officer = officerAt(city.tree.xinhua, all, { name: '王芳' })
  const { exportId } = await ask(officer, 'masked')
  const { text, content, rows } = await fetchFile(officer, exportId)
  expect(rows).toBe(2)
  expect(text).toContain('演示数据')
  expect(text).toContain(`导出人：王芳`)
  expect(text).toContain(reason)
  expect(text).not.toContain(demoNumber(1))
  expect(text).toContain(`${demoNumber(1).slice(0, 4)}**********${demoNumber(1).slice(-4)}`)
  const [line] = (await city.world.as(officer).call(membership.listRosterExports, {})).rows
  expect(line).toMatchObject({ rows: 2, state: 'made', isOwn: true })
  expect(line!.sm3).toBe(createHash('sm3').update(content).digest('hex'))
  const { rows: lines } = await city.world.owner.pool.query(
    `select detail from audit.line where operation like 'membership.%roster-export' and outcome = 'done'`,
  )
  expect(JSON.stringify(lines)).toContain(line!.sha256)
})

test('whole numbers wait for another person, and go to whoever asked alone', async () => {
  const asking = officerAt(city.tree.xinhua, all, {
    person: { bk: 1, id: '01a00000-0000-7000-8000-000000000001' },
  })
  const agreeing = officerAt(city.tree.city, all, {
    person: { bk: 2, id: '01a00000-0000-7000-8000-000000000002' },
  })
  const { exportId, state } = await ask(asking, 'full')
  expect(state).toBe('waiting')
  const make = () => city.world.as(asking).call(membership.makeRosterExport, { exportId })
  await expect(make()).rejects.toMatchObject({ code: 'not-agreed' })
  const caseSeenBy = async (as: typeof asking) =>
    (await city.world.as(as).call(membership.listRosterExports, {})).rows.find(({ id }) => id === exportId)!
      .caseId
  const caseId = await caseSeenBy(agreeing)
  expect(await caseSeenBy(asking)).toBe(caseId)
  expect(await caseSeenBy(officerAt(city.tree.xinhua, ['membership.export']))).toBeNull()
  const one = await city.world.as(agreeing).call(review.getCase, { id: caseId! })
  const agree = { id: one.id, seq: one.seq, move: 'agree' } as const
  await expect(city.world.as(asking).call(review.act, agree)).rejects.toMatchObject({ status: 403 })
  await city.world.as(agreeing).call(review.act, agree)
  expect(await make()).toEqual({ rows: 2 })
  expect((await fetchFile(asking, exportId)).text).toContain(demoNumber(1))
  await expect(fetchFile(agreeing, exportId)).rejects.toMatchObject({ status: 404 })
})

test('next door may not, nor who lacks the permission, nor a stranger', async () => {
  const next = officerAt(city.tree.ruzhou, all)
  await expect(ask(next, 'masked')).rejects.toMatchObject({ status: 403 })
  expect((await city.world.as(next).call(membership.listRosterExports, {})).total).toBe(0)
  const masked = officerAt(city.tree.xinhua, ['membership.export'])
  await expect(ask(masked, 'full')).rejects.toMatchObject({ status: 403 })
  await expect(city.world.nobody.call(membership.listRosterExports, {})).rejects.toMatchObject({
    status: 401,
  })
})
