import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encode } from 'uqr'
import { stations } from '../../contract.ts'
import { makeTestCity, person, type TestCity } from '../testing.ts'
import { qrSvg } from '#platform/documents/qr-svg.ts'

let city: TestCity
let codes: string[]
const folder = mkdtempSync(join(tmpdir(), 'zhenyi-plates-test-'))
beforeAll(async () => {
  city = await makeTestCity()
  codes = [
    await city.createStation({ name: '湖滨路爱心驿站' }),
    await city.createStation({ name: '建设路中段平安大道交叉口环卫工人爱心驿站' }),
    await city.createStation(),
  ]
})
afterAll(async () => {
  await city.world.close()
  rmSync(folder, { recursive: true, force: true })
})

const plates = (as = city.officer, asked = codes) =>
  city.world.as(as).call(stations.plateSheet, { codes: asked })
const pages = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length

function textOf(pdf: Uint8Array): string {
  const path = join(folder, 'plates.pdf')
  writeFileSync(path, pdf)
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
}

const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

test('one page a station, each named once', async () => {
  const file = await plates(city.officer, [...codes, codes[0]!])
  expect(file).toMatchObject({ mediaType: 'application/pdf', fileName: '驿站门牌-3个.pdf', rows: 3 })
  expect(pages(file.content)).toBe(3)
})

test.skipIf(!hasPdftotext)('a plate says whose it is, what to do, and that this is a demo', async () => {
  const text = textOf((await plates()).content)
  const words = [
    '平顶山市总工会',
    '湖滨路爱心驿站',
    '扫码打卡 · 反映问题',
    '演示数据',
    'zhenyi.example',
    ...codes,
  ]
  for (const word of words) expect(text).toContain(word)
  expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(3)
})

test.skipIf(!hasPdftotext)('a real city’s plate bears no such mark', async () => {
  const real = await makeTestCity({ kind: 'real' })
  const code = await real.createStation()
  const file = await real.world.as(real.officer).call(stations.plateSheet, { codes: [code] })
  expect(textOf(file.content)).not.toContain('演示')
  await real.world.close()
})

test('a plate is for those who may print it, within their reach, all or none', async () => {
  await expect(plates(city.stranger)).rejects.toMatchObject({ status: 422, code: 'no-plate' })
  const others = city.officer.grants.map((it) => it.permission).filter((it) => it !== 'stations.plates')
  await expect(plates(person('何静', city.own.path, others))).rejects.toMatchObject({ status: 403 })
  await expect(plates(city.member)).rejects.toMatchObject({ status: 403 })
  await expect(plates(city.officer, [...codes, '410402-9999-X'])).rejects.toMatchObject({ code: 'no-plate' })
})

test('the drawn boxes are the code, module by module', () => {
  const text = 'https://zhenyi.example/s/ABCDEFGHJKLMNPQR'
  const { data, size } = encode(text, { ecc: 'Q', border: 0 })
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, width] of qrSvg(text).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = 0; at < Number(width); at++) drawn[Number(y)]![Number(x) + at] = true
  expect(drawn).toEqual(data)
})
