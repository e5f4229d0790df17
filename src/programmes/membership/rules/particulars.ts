import type { Text } from '#platform/text.ts'
import type { Education, Household, Sex, Skill } from '../shapes-roster.ts'
import type { Employment } from './employment.ts'

/**
 * What the form for the real-name register of members (工会会员基本信息采集表) asks besides name, document and phone, and
 * the words that people write for it. The form's own code lists were not to be had; these words are those seen on forms.
 */

export const educationWords: Readonly<Record<Education, Text>> = {
  doctor: { zh: '博士研究生', en: 'doctorate' },
  master: { zh: '硕士研究生', en: "master's degree" },
  bachelor: { zh: '大学本科', en: "bachelor's degree" },
  college: { zh: '大学专科', en: 'college' },
  vocational: { zh: '中专、技校', en: 'vocational school' },
  senior: { zh: '高中', en: 'senior secondary' },
  junior: { zh: '初中', en: 'junior secondary' },
  primary: { zh: '小学及以下', en: 'primary or less' },
}

export const skillWords: Readonly<Record<Skill, Text>> = {
  none: { zh: '无', en: 'none' },
  5: { zh: '初级工（五级）', en: 'level 5' },
  4: { zh: '中级工（四级）', en: 'level 4' },
  3: { zh: '高级工（三级）', en: 'level 3' },
  2: { zh: '技师（二级）', en: 'level 2' },
  1: { zh: '高级技师（一级）', en: 'level 1' },
}

export const householdWords: Readonly<Record<Household, Text>> = {
  rural: { zh: '农业户口（农民工）', en: 'rural' },
  urban: { zh: '非农业户口', en: 'urban' },
}

export const sexWords: Readonly<Record<Sex, Text>> = {
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
}

/** The fifty-six, by GB/T 3304, without 族; and two entries that forms have besides. */
const peoples =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
const ethnicities = new Map<string, string>([
  ...peoples.split(' ').flatMap((name): [string, string][] => [
    [name, `${name}族`],
    [`${name}族`, `${name}族`],
  ]),
  ['其他', '其他'],
  ['穿青人', '穿青人'],
])

/** 汉 and 汉族 are 汉族; undefined for what is none of them. */
export const readEthnicity = (written: string): string | undefined =>
  ethnicities.get(written.replaceAll(' ', ''))

const lookUp = <Key extends string>(table: Readonly<Record<Key, string>>) => {
  const words = new Map<string, Key>()
  for (const key of Object.keys(table) as Key[]) {
    words.set(key, key)
    for (const word of table[key].split(' ')) words.set(word, key)
  }
  return (written: string): Key | undefined => words.get(plain(written))
}

/** Spaces, brackets and dots say nothing. */
const plain = (written: string) => written.replaceAll(/[\s（）()、·.]/g, '').toLowerCase()

export const readEmployment = lookUp<Employment>({
  courier: '快递员 快递 快递小哥 快递从业人员 快递业务员 投递员',
  'delivery-rider': '网约送餐员 网约配送员 外卖员 外卖骑手 骑手 外卖配送员 外卖送餐员 送餐员 外卖 外卖小哥',
  'truck-driver': '货车司机 货运司机 卡车司机 货车驾驶员 货运驾驶员',
  'ride-hailing-driver': '网约车司机 网约车驾驶员 网约车',
  'domestic-worker': '家政服务员 家政 家政工 家政人员 保洁员',
  'care-worker': '护工护理员 护工 护理员 医院护工',
  'security-guard': '保安员 保安',
  'shop-assistant': '商场信息员 商场导购员 导购员',
  'estate-agent': '房产中介员 房产中介 房产经纪人',
  'other-platform': '其他平台从业 网约工 平台从业者 新就业形态劳动者 代驾 代驾司机 网络主播',
  employed: '单位职工 其他职工 其他 普通职工 职工 一般职工 企业职工 工人 管理人员 专业技术人员 干部',
})

export const readEducation = lookUp<Education>({
  doctor: '博士研究生 博士',
  master: '硕士研究生 硕士 研究生',
  bachelor: '大学本科 本科 大学 学士',
  college: '大学专科 大专 专科 高职',
  vocational: '中专、技校 中专技校 中专 技校 职高 中技 中等专科',
  senior: '高中',
  junior: '初中',
  primary: '小学及以下 小学 文盲 无',
})

export const readSkill = lookUp<Skill>({
  none: '无 没有 无等级 未评定 学徒工',
  5: '初级工五级 初级工 初级 五级 五级工',
  4: '中级工四级 中级工 中级 四级 四级工',
  3: '高级工三级 高级工 高级 三级 三级工',
  2: '技师二级 技师 二级',
  1: '高级技师一级 高级技师 一级 特级技师 首席技师',
})

export const readHousehold = lookUp<Household>({
  rural: '农业户口农民工 农业户口 农业 农村 农村户口 农民工 是',
  urban: '非农业户口 非农业 非农 城镇 城镇户口 城市 居民户口 否',
})

export const readSex = lookUp<Sex>({ male: '男 男性 m', female: '女 女性 f' })
