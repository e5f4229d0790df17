import type { FacilityId } from '../rules/facilities.ts'
import type { DemoAnswer, DemoReportKind } from './demo-report.ts'

/** `needs` is what must stand there for the words to make sense. */
export type Complaint = { readonly text: string; readonly needs?: FacilityId }

/** What people write, in their own words: records, not interface text. */
export const complaints: Readonly<Record<DemoReportKind, readonly Complaint[]>> = {
  locked: [
    { text: '门锁着，没人' },
    { text: '说是开着的，到了推不开门' },
    { text: '想热个饭，门锁了', needs: 'microwave' },
    { text: '扫码门打不开' },
    { text: '贴着“有事外出”，等了二十分钟' },
  ],
  broken: [
    { text: '饮水机坏了', needs: 'water' },
    { text: '饮水机不出热水', needs: 'hot-water' },
    { text: '微波炉不转', needs: 'microwave' },
    { text: '空调没反应', needs: 'air-conditioner' },
    { text: '充电插座没电', needs: 'charging' },
    { text: '冲水坏了', needs: 'toilet' },
  ],
  'no-water': [{ text: '桶里没水了' }, { text: '饮水机空的' }, { text: '没有热水', needs: 'hot-water' }],
  dirty: [{ text: '桌上全是饭盒没人收' }, { text: '地面很滑有积水' }, { text: '垃圾桶满了' }],
  other: [
    { text: '里面堆了杂物，没地方坐' },
    { text: '被停的车挡住了门' },
    { text: '牌子看不清，找了半天' },
    { text: '椅子少了两把' },
  ],
}

export const answers: Readonly<
  Record<DemoReportKind, Readonly<Record<DemoAnswer['outcome'], readonly string[]>>>
> = {
  locked: {
    fixed: ['值班人员已到岗，门已打开，抱歉', '已调整轮班，开放时段有人值守', '门锁已换，现在可以进'],
    explained: ['当天停电检修，门口已贴通知', '值班人员临时外出，已补登记'],
    'not-found': ['查看监控，当时门是开着的，请再来一次'],
  },
  broken: {
    fixed: ['已报修，师傅当天修好', '换了新的，可以正常用', '跳闸了，已恢复'],
    explained: ['配件已订，到货前请用隔壁的'],
    'not-found': ['现场试过，能正常使用'],
  },
  'no-water': {
    fixed: ['已换水', '水已送到，热水可用', '水站当天补送'],
    explained: ['管道维修停水，预备了瓶装水'],
    'not-found': ['现场看过，桶里还有水'],
  },
  dirty: {
    fixed: ['已打扫，增加了一次保洁', '已清理，谢谢提醒'],
    explained: ['雨天人多，已加铺防滑垫'],
    'not-found': ['现场看过，已是干净的'],
  },
  other: {
    fixed: ['已处理，谢谢反映', '杂物已搬走'],
    explained: ['已反映给主管单位，周内处理'],
    'not-found': ['到现场看过，未见所说情况'],
  },
}
