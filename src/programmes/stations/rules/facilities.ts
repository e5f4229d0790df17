import { normaliseHeading } from '#platform/tabular/clean-text.ts'
import type { Text } from '#platform/text.ts'

export interface Facility {
  readonly id: string
  readonly text: Text
  /** Other words people write; matched without spaces, punctuation, case and width. */
  readonly aliases: readonly string[]
}

/** In the order a worker asks for them. Ids are stored, so they are never renamed. */
export const facilities = [
  {
    id: 'water',
    text: { zh: '饮用水', en: 'Drinking water' },
    aliases:
      '饮水机 直饮水 饮水 饮水处 饮水设备 饮水设施 净水器 净水机 茶水 凉茶 纯净水 矿泉水 桶装水 水'.split(
        ' ',
      ),
  },
  {
    id: 'hot-water',
    text: { zh: '热水', en: 'Hot water' },
    aliases: '开水 热水器 热水壶 电热水壶 烧水壶 电水壶 开水机 开水器 热水瓶 暖水瓶 保温壶 保温桶'.split(' '),
  },
  {
    id: 'seats',
    text: { zh: '桌椅', en: 'Table and seats' },
    aliases: '休息座椅 休息椅 座椅 椅子 桌子 餐桌 休息桌椅 休息区 凳子 长椅 沙发 座位 桌凳'.split(' '),
  },
  {
    id: 'air-conditioner',
    text: { zh: '空调', en: 'Air conditioner' },
    aliases: '冷暖空调 空调机 中央空调 立式空调 挂式空调 空调扇 冷气'.split(' '),
  },
  {
    id: 'heating',
    text: { zh: '暖气', en: 'Heating' },
    aliases: '取暖 取暖器 电暖气 电暖器 暖风机 供暖 暖气片 取暖设备 电暖扇'.split(' '),
  },
  {
    id: 'fan',
    text: { zh: '风扇', en: 'Fan' },
    aliases: '电扇 电风扇 吊扇 落地扇 冷风机 纳凉'.split(' '),
  },
  {
    id: 'microwave',
    text: { zh: '微波炉', en: 'Microwave' },
    aliases: '热饭 加热饭菜 热饭设备 电磁炉 蒸饭柜 饭菜加热'.split(' '),
  },
  {
    id: 'charging',
    text: { zh: '手机充电', en: 'Phone charging' },
    aliases:
      '充电 充电器 充电插座 充电设备 充电线 充电站 手机充电器 多功能充电器 插座 插排 充电宝 共享充电宝 手机充电站'.split(
        ' ',
      ),
  },
  {
    id: 'vehicle-charging',
    text: { zh: '电动车充电', en: 'E-bike charging' },
    aliases: '电动车充电桩 电瓶车充电 充电桩 换电柜 电动自行车充电'.split(' '),
  },
  {
    id: 'first-aid',
    text: { zh: '应急药箱', en: 'First-aid kit' },
    aliases:
      '医药箱 药箱 急救箱 急救包 应急医药箱 医疗箱 常用药品 应急药品 急救药箱 药品 爱心药箱 小药箱'.split(
        ' ',
      ),
  },
  {
    id: 'defibrillator',
    text: { zh: '自动体外除颤器', en: 'Defibrillator (AED)' },
    aliases: 'AED 除颤仪 除颤器 AED除颤仪'.split(' '),
  },
  {
    id: 'blood-pressure',
    text: { zh: '血压计', en: 'Blood-pressure meter' },
    aliases: '血压仪 电子血压计 测血压 血压测量仪'.split(' '),
  },
  {
    id: 'books',
    text: { zh: '书报架', en: 'Books and papers' },
    aliases: '书报 书籍 图书 报刊 报纸 书架 报刊架 图书角 书刊 阅读 读书角 职工书屋 阅览 书柜'.split(' '),
  },
  {
    id: 'wifi',
    text: { zh: '无线网络', en: 'Wi-Fi' },
    aliases: 'Wi-Fi 免费WiFi 免费无线网 无线网 无线 无线上网 免费上网 WLAN'.split(' '),
  },
  {
    id: 'toilet',
    text: { zh: '卫生间', en: 'Toilet' },
    aliases: '厕所 洗手间 公厕 公共厕所 公共卫生间 盥洗室'.split(' '),
  },
  {
    id: 'washing',
    text: { zh: '洗手池', en: 'Wash basin' },
    aliases: '洗手 洗手台 洗手液 洗手盆 洗漱台 洗漱 水池'.split(' '),
  },
  { id: 'shower', text: { zh: '淋浴', en: 'Shower' }, aliases: '洗澡 淋浴间 淋浴房'.split(' ') },
  { id: 'fridge', text: { zh: '冰箱', en: 'Fridge' }, aliases: '冰柜 冷藏柜 小冰箱 电冰箱'.split(' ') },
  {
    id: 'umbrella',
    text: { zh: '雨具', en: 'Umbrellas' },
    aliases: '雨伞 雨衣 爱心伞 爱心雨伞 便民伞 共享雨伞'.split(' '),
  },
  {
    id: 'sewing',
    text: { zh: '针线包', en: 'Sewing kit' },
    aliases: '针线 针线盒 缝纫包'.split(' '),
  },
  {
    id: 'tools',
    text: { zh: '维修工具', en: 'Tools and tyre pump' },
    aliases: '工具箱 打气筒 充气泵 修车工具 便民工具 工具 便民工具箱 五金工具'.split(' '),
  },
  {
    id: 'mother-baby',
    text: { zh: '母婴室', en: 'Mother and baby room' },
    aliases: '母婴 哺乳室 爱心母婴室 妈妈小屋 爱心妈咪小屋 母婴间'.split(' '),
  },
  {
    id: 'locker',
    text: { zh: '储物柜', en: 'Lockers' },
    aliases: '储物箱 寄存 寄存柜 存包柜 物品寄存'.split(' '),
  },
  { id: 'mirror', text: { zh: '镜子', en: 'Mirror' }, aliases: '整容镜 仪容镜 穿衣镜'.split(' ') },
  {
    id: 'television',
    text: { zh: '电视', en: 'Television' },
    aliases: '电视机 液晶电视 投影'.split(' '),
  },
  {
    id: 'parking',
    text: { zh: '停车位', en: 'Parking' },
    aliases: '停车 停车场 车位 非机动车停车 电动车停放'.split(' '),
  },
  {
    id: 'legal-advice',
    text: { zh: '维权咨询', en: 'Advice on rights' },
    aliases: '法律咨询 法律援助 维权服务 政策咨询 心理咨询 咨询服务'.split(' '),
  },
] as const satisfies readonly Facility[]

export type FacilityId = (typeof facilities)[number]['id']

export interface ReadFacilities {
  /** In the order of the list, each once. */
  readonly known: readonly FacilityId[]
  /** Words that name nothing on the list, as written. */
  readonly unknown: readonly string[]
}

const SEPARATORS = /[、,，;；/|\n\t 。.+＋]+|(?<=.)(?:以及|及|和)(?=.)/
const QUANTITY =
  /(?:[\d一二两三四五六七八九十]+|若干|多)(?:台|个|套|张|把|只|副|组|部|箱|份|本|册|余册|盒|间|处|块|条|瓶|名)/g
const NOISE =
  /^(?:配备|配有|设有|备有|提供|免费|有|便民|爱心)+|等(?:设施|设备|物品|服务)?$|[(（][^)）]*[)）]/g

const words = new Map<string, FacilityId>(
  facilities.flatMap(({ id, text, aliases }) =>
    [text.zh, text.en, id, ...aliases].map((word) => [normaliseHeading(word), id] as const),
  ),
)

/** Reads a list of facilities as people write it: 饮水机2台、微波炉，应急药箱等. Unknown words are given back. */
export function parseFacilities(written: string): ReadFacilities {
  const known = new Set<FacilityId>()
  const unknown: string[] = []
  for (const piece of written.split(SEPARATORS)) {
    const word = piece.trim()
    const bare = normaliseHeading(word.replace(QUANTITY, '').replace(NOISE, ''))
    if (bare === '') continue
    const id = words.get(normaliseHeading(word)) ?? words.get(bare)
    if (id === undefined) unknown.push(word)
    else known.add(id)
  }
  return { known: facilities.map(({ id }) => id).filter((id) => known.has(id)), unknown }
}
