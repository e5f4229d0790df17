import { settledMoment } from '#kernel/figures/index.ts'
import { ROOT_PATH } from '#kernel/organisations/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { contextOfDemo } from '#platform/demo.ts'
import { newId } from '#platform/ids.ts'
import type { DemoContext } from '#platform/module.ts'
import type { DraftContent, DraftParagraph } from '../../shapes-drafts.ts'
import { publishNow } from '../texts/publish-text.ts'
import { correctDraft, handInDraft } from './move-draft.ts'
import { insertDraft, saveDraft } from './write-draft.ts'

/** Who writes and who approves at the city's office: invented people, none of whom a visitor becomes. */
const WRITER_AT = 7
const APPROVER_AT = 8
const FIRST_PUBLISHED_DAYS_AGO = 35
const DAY_MS = 86_400_000

/**
 * Handed in with numbers that do not hold: one too large, persons for turns, a rate without its terms, parts that exceed their
 * whole. Whoever checks it finds each marked.
 */
const WAITING = [
  '一、服务阵地越建越密',
  '全市建成爱心驿站近400家，户外劳动者歇脚更近了。职工对驿站服务的满意率96.2%。',
  '全年表扬先进驿站36家，其中市区20家、县城18家。',
  '二、普惠服务走进日常',
  '1分钱乘公交惠及职工45万余人，已付乘车补贴45万元。',
  '发展新就业形态劳动者会员近6万人，覆盖快递、外卖、货运等行业。',
  '三、下一步打算',
  '再新建一批爱心驿站，把服务送到物流园区和乡镇站点。',
]

/** `{figure}` is a live field: it was filled when the text was published. */
const FIRST = [
  '一、驿站建设',
  '全市建成爱心驿站{stations.total}，方便户外劳动者歇脚、喝水、热饭。',
  '二、职工出行',
  '1分钱乘公交惠及职工{green-travel.rides}，会员刷码上车只付1分钱。',
  '三、组织建设',
  '全市新就业形态劳动者会员{membership.newFormMembers}，建会入会向小微企业延伸。',
]

const CORRECTED = FIRST.map((text) =>
  text
    .replace('惠及职工{', '累计服务职工{')
    .replace('方便户外劳动者歇脚、喝水、热饭', '方便户外劳动者歇脚、饮水、热饭'),
)

/** One text that was published and corrected, and one that waits for whoever approves. */
export async function demoDrafts(demo: DemoContext): Promise<void> {
  const writer = officerOf(demo, WRITER_AT)
  const approver = officerOf(demo, APPROVER_AT)
  const recordedUpTo = await settledMoment(writer(demo.today))
  const first = new Date(demo.today.getTime() - FIRST_PUBLISHED_DAYS_AGO * DAY_MS)
  const title = '工会服务职工工作情况（演示稿）'

  const id = await handIn(writer(first), demo, { title, paragraphs: FIRST.map(withFields) })
  await publishNow(approver(first), { id, revision: 1, explained: [], recordedUpTo })
  const now = writer(demo.today)
  await correctDraft(now, { id, reason: '乘车次数应写“累计”，并按今天的记录更新各项数字' })
  const content = contentOf(title, CORRECTED.map(withFields))
  const { revision } = await saveDraft(now, { id, revision: 1, content, keep: true })
  await handInDraft(now, { id, revision })
  await publishNow(approver(demo.today), { id, revision, explained: [], recordedUpTo })

  await handIn(now, demo, {
    title: '市总工会年度工作报告（演示稿）',
    paragraphs: WAITING.map((text) => ({ text, numbers: [] })),
  })
  demo.progress({
    zh: '文稿：1篇已公布并更正，1篇待审',
    en: 'Texts: one published and corrected, one waiting',
  })
}

async function handIn(
  ctx: Context,
  demo: DemoContext,
  { title, paragraphs }: { title: string; paragraphs: DraftParagraph[] },
): Promise<string> {
  const id = newId(ctx.now.getTime())
  if (ctx.actor.kind !== 'account' || ctx.actor.person === null) throw new TypeError('nobody writes')
  const writer = { ...ctx.actor.person, name: ctx.actor.name }
  await insertDraft(ctx, {
    id,
    organisationId: cityUnit(demo),
    content: contentOf(title, paragraphs),
    writer,
  })
  await handInDraft(ctx, { id, revision: 1 })
  return id
}

const contentOf = (title: string, paragraphs: DraftParagraph[]): DraftContent => ({
  title,
  kind: 'report',
  addressee: '',
  documentNumber: '',
  signer: '',
  dated: null,
  paragraphs,
})

const cityUnit = ({ shared }: DemoContext) =>
  (shared.get('organisations') as ReadonlyMap<string, string>).get(
    (shared.get('city') as { adcode: string }).adcode,
  )!

/** One of the invented people as an officer of the city, on whatever day. */
function officerOf(demo: DemoContext, at: number): (now: Date) => Context {
  const ctx = contextOfDemo(demo, 'claims')
  const { key, name } = (demo.shared.get('people') as readonly { key: PersonKey; name: string }[])[at]!
  const grants = ['claims.write', 'claims.publish'].map((permission) => ({ permission, unit: ROOT_PATH }))
  const actor = {
    kind: 'account' as const,
    accountId: newId(),
    sessionId: null,
    person: key,
    name,
    roles: [],
    grants,
  }
  return (now) => ({ ...ctx, now, actor, ports: { ...ctx.ports, unitPath: async () => ROOT_PATH } })
}

function withFields(template: string): DraftParagraph {
  const numbers: DraftParagraph['numbers'] = []
  let text = ''
  let last = 0
  for (const field of template.matchAll(/\{([^}]+)\}/g)) {
    text += template.slice(last, field.index)
    numbers.push({
      start: text.length,
      end: text.length + 1,
      bound: { figure: field[1]!, asOf: '2000-01-01' },
      live: true,
    })
    text += '0'
    last = field.index + field[0].length
  }
  return { text: text + template.slice(last), numbers }
}
