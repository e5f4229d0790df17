import type { PersonKey } from '#platform/context.ts'
import { contextOfDemo } from '#platform/demo.ts'
import { newId } from '#platform/ids.ts'
import type { DemoContext } from '#platform/module.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import { draftTables } from './draft-tables.ts'
import { insertDraft } from './write-draft.ts'

/** Who wrote it at the city's office: one of the invented people, so that the city officer may check it. */
const WRITER_AT = 7

/**
 * A work report that was handed in with numbers that do not hold: one too large, persons for turns, a rate without its terms,
 * parts that exceed their whole. Whoever checks it finds each marked.
 */
const PARAGRAPHS = [
  '一、服务阵地越建越密',
  '全市建成爱心驿站近400家，户外劳动者歇脚更近了。职工对驿站服务的满意率96.2%。',
  '全年表扬先进驿站36家，其中市区20家、县城18家。',
  '二、普惠服务走进日常',
  '1分钱乘公交惠及职工45万余人，已付乘车补贴45万元。',
  '发展新就业形态劳动者会员近6万人，覆盖快递、外卖、货运等行业。',
  '三、下一步打算',
  '再新建一批爱心驿站，把服务送到物流园区和乡镇站点。',
]

export async function demoDraft(demo: DemoContext): Promise<void> {
  const ctx = contextOfDemo(demo, 'claims')
  const organisations = demo.shared.get('organisations') as ReadonlyMap<string, string>
  const organisationId = organisations.get((demo.shared.get('city') as { adcode: string }).adcode)!
  const people = demo.shared.get('people') as readonly { key: PersonKey; name: string }[]
  const { key, name } = people[WRITER_AT]!
  const writer = { ...key, name }
  const id = newId(demo.today.getTime())
  const content: DraftContent = {
    title: '市总工会年度工作报告（演示稿）',
    kind: 'report',
    addressee: '',
    documentNumber: '',
    signer: '',
    dated: null,
    paragraphs: PARAGRAPHS.map((text) => ({ text, numbers: [] })),
  }
  await insertDraft(ctx, { id, organisationId, content, writer })
  await draftTables(ctx)
    .updateTable('claims.draft')
    .set({ state: 'handed-in' })
    .where('id', '=', id)
    .execute()
  await draftTables(ctx)
    .insertInto('claims.draft_move')
    .values({
      draft_id: id,
      no: 1,
      move: 'hand-in',
      revision: 1,
      reason: '',
      made_by_bk: writer.bk,
      made_by_id: writer.id,
      made_by_name: name,
      made_at: demo.today,
    })
    .execute()
  demo.progress({ zh: '文稿：1篇待审', en: '1 text handed in' })
}
