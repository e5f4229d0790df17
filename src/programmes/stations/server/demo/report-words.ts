import type { FacilityId } from '../../rules/facilities.ts'
import type { DemoAnswerKind, DemoReportKind } from './demo-report.ts'

/** `needs` is what must stand there for the words to make sense, and what the report is about. */
export type Complaint = { readonly words: string; readonly needs?: FacilityId }

/** What people write, in their own words: records, not interface text. */
export const complaints: Readonly<Record<DemoReportKind, readonly Complaint[]>> = {
  locked: [
    { words: '门锁着，没人' },
    { words: '说是开着的，到了推不开门' },
    { words: '想热个饭，门锁了', needs: 'microwave' },
    { words: '扫码门打不开' },
    { words: '贴着“有事外出”，等了二十分钟' },
  ],
  broken: [
    { words: '饮水机坏了', needs: 'water' },
    { words: '饮水机不出热水', needs: 'hot-water' },
    { words: '微波炉不转', needs: 'microwave' },
    { words: '空调没反应', needs: 'air-conditioner' },
    { words: '充电插座没电', needs: 'charging' },
    { words: '冲水坏了', needs: 'toilet' },
  ],
  'no-water': [
    { words: '桶里没水了', needs: 'water' },
    { words: '饮水机空的', needs: 'water' },
    { words: '没有热水', needs: 'hot-water' },
  ],
  dirty: [{ words: '桌上全是饭盒没人收' }, { words: '地面很滑有积水' }, { words: '垃圾桶满了' }],
  other: [
    { words: '里面堆了杂物，没地方坐' },
    { words: '被停的车挡住了门' },
    { words: '牌子看不清，找了半天' },
    { words: '椅子少了两把', needs: 'seats' },
  ],
}

/** Written when a report is opened again. */
export const complaintsAgain = ['还是老样子', '今天去又是这样', '只好了半天', '']

const answersToLocked: Readonly<Partial<Record<DemoAnswerKind, readonly string[]>>> = {
  opened: ['值班人员已到岗，门已打开，抱歉', '门锁已换，现在可以进', '马上派人去开了门'],
  'was-open': ['查看监控，当时门是开着的，请再来一次', '门是虚掩的，推一下就开'],
  'will-fix': ['值班人手不够，本周调整轮班', '门禁已报修，修好前打电话即来开门'],
}

const fixed: Readonly<Record<DemoReportKind, readonly string[]>> = {
  locked: [],
  broken: ['已报修，师傅当天修好', '换了新的，可以正常用', '跳闸了，已恢复'],
  'no-water': ['已换水', '水已送到', '水站当天补送'],
  dirty: ['已打扫，增加了一次保洁', '已清理，谢谢提醒'],
  other: ['已处理，谢谢反映'],
}

const willFix = ['配件已订，到货就换', '已反映给主管单位，周内处理', '已联系师傅，明天来']
const notSo = ['到现场看过，未见所说情况', '现场试过，能正常使用']

/** What a keeper writes with an answer of this kind; never empty. */
export function answersTo(kind: DemoReportKind, answer: DemoAnswerKind): readonly string[] {
  if (kind === 'locked') return answersToLocked[answer] ?? willFix
  if (answer === 'fixed') return fixed[kind]
  return answer === 'not-so' ? notSo : willFix
}
