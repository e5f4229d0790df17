import { mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { access } from '#kernel/access/contract.ts'
import { contests } from '#kernel/contests/contract.ts'
import { clipPath, makeVideo } from '#kernel/files/server/video/samples/make-video.ts'
import { endEntries, openReadingContest } from './contests.ts'
import { call, expectAccessible, expectComplaint, journey, visit } from './harness.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhenyi-entered-'))
})
afterAll(() => rm(folder, { recursive: true }))

const film = async (name: string, seconds: number, frameBytes?: number): Promise<string> => {
  const path = join(folder, name)
  await makeVideo(path, { seconds, ...(frameBytes !== undefined && { frameBytes }) })
  return path
}

const TITLE = '黄河颂'

journey(
  'an entrant uploads a film over a bad line, is told what is wrong with three, and a judge sees no name',
  async () => {
    const officer = await visit('city-officer', 1440)
    const contestId = await openReadingContest(officer, '职工经典诵读')
    const entrant = await visit('member', 390)
    expectComplaint(entrant, /ERR_CONNECTION_RESET/)
    // Without a consent the server refuses, and says whose is missing.
    expectComplaint(entrant, /422 .*enter-contest/)
    await entrant.goto(`/contests/${contestId}/enter`)
    await entrant.getByText('MP4 视频，最长 5 分钟').first().waitFor()
    await expectAccessible(entrant)

    const choose = (path: string) => entrant.locator('input[type=file]').setInputFiles(path)
    const empty = join(folder, 'empty.mp4')
    await writeFile(empty, '')
    await choose(empty)
    await entrant.getByText('“empty.mp4”是空的（0 字节）').waitFor()
    await choose(await film('long.mp4', 300.4))
    await entrant.getByText('视频画面长 300.4 秒，超出 0.4 秒。').waitFor()
    await entrant.getByText('不超过 5分钟（300 秒，多出一帧不算）').waitFor()
    await choose(clipPath('landscape-720'))
    await entrant.getByText('视频画面是 1280×720，清晰度不够。').waitFor()
    const cutOff = await film('cut-off.mp4', 20)
    await truncate(cutOff, Math.floor((await stat(cutOff)).size * 0.6))
    await choose(cutOff)
    await entrant.getByText('视频不完整，后面的部分缺了。').waitFor()
    await expectAccessible(entrant)

    const cuts = await cutLine(entrant)
    await choose(await film('reading.mp4', 4, 50_000))
    await entrant.getByText('符合要求').waitFor()
    await entrant.getByText('封面取自视频的一帧').waitFor()
    await entrant.getByText('1920×1080，4 秒').waitFor()
    expect(cuts()).toBe(2)

    await entrant.getByRole('textbox', { name: '作品名称' }).fill(TITLE)
    await entrant.getByRole('button', { name: '提交作品' }).click()
    await entrant.getByText('还没有同意出镜和公开').first().waitFor()
    await entrant.getByText('本人同意参赛').click()
    await expectAccessible(entrant)
    await entrant.getByRole('button', { name: '提交作品' }).click()
    await entrant.waitForURL('**/entries/*')
    await entrant.getByText('已提交', { exact: true }).waitFor()
    await entrant.getByRole('button', { name: '播放' }).first().click()
    await expect.poll(() => placeIn(entrant)).toBeGreaterThan(0.3)
    await expectAccessible(entrant)
    await replaceFilm(entrant, await film('again.mp4', 4, 50_000))

    await judgeSeesNoName(officer, contestId, (await call(entrant, access.me, {})).name!)
  },
)

/** Whoever changes the film types nothing again; only the consent is asked anew. */
async function replaceFilm(entrant: Page, path: string): Promise<void> {
  await entrant.getByRole('button', { name: '撤回并换一件' }).click()
  await entrant.locator('.ui-dialog').getByRole('button', { name: '撤回并换一件' }).click()
  await entrant.waitForURL('**/enter')
  expect(await entrant.getByRole('textbox', { name: '作品名称' }).inputValue()).toBe(TITLE)
  await entrant.locator('input[type=file]').setInputFiles(path)
  await entrant.getByText('封面取自视频的一帧').waitFor()
  await entrant.getByText('本人同意参赛').click()
  await entrant.getByRole('button', { name: '提交作品' }).click()
  await entrant.waitForURL('**/entries/*')
}

const placeIn = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)

/** The first two pieces of the film never arrive; answers how often the line was cut. */
async function cutLine(page: Page): Promise<() => number> {
  let cuts = 0
  await page.route('**/api/files/uploads/*', (route, request) => {
    if (request.method() !== 'PATCH' || cuts === 2) return route.continue()
    cuts += 1
    return route.abort('connectionreset')
  })
  return () => cuts
}

async function judgeSeesNoName(officer: Page, contestId: string, name: string): Promise<void> {
  const judge = await visit('auditor', 390)
  const { person, roles } = await call(judge, access.me, {})
  await call(officer, contests.addJudge, { contestId, person: person!, unitId: roles[0]!.organisationId })
  await endEntries(contestId)
  await call(officer, contests.openRound, { contestId, no: 1 })
  const [row] = (await call(judge, contests.listMyTasks, {})).rows
  const task = await call(judge, contests.getTask, { id: row!.id })
  expect(JSON.stringify(task)).not.toMatch(new RegExp(`${name}|${TITLE}|reading`))
  const sent = await judge.request.get(task.film!.videoAddress)
  expect(JSON.stringify(sent.headers())).not.toContain('reading')
  const bytes = await sent.body()
  expect(bytes.length).toBeGreaterThan(1_000_000)
  expect(bytes.includes(name)).toBe(false)
}
