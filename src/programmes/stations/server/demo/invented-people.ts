import type { Random } from './random.ts'

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗宋郑谢韩唐冯于董程曹袁邓许傅沈曾彭吕苏卢蒋贾'
const GIVEN =
  '建国 秀兰 红军 丽娟 国强 桂英 志远 晓燕 海涛 春梅 卫东 玉珍 俊杰 淑芬 文博 雪梅 永刚 慧敏 长青 爱华 鹏飞 新玲 宏伟 瑞霞 静 磊 芳 军 敏 涛 娜 超 洁 勇 倩 峰 颖 帅 琳 平 凯 辉'.split(
    ' ',
  )

/** A name that could be anybody's and is nobody's. */
export function inventName(random: Random): string {
  return random.pick([...SURNAMES]) + random.pick(GIVEN)
}

/** 1990000xxxx: the shape of a mobile number, in a block whose middle nobody mistakes for a real one. */
export function inventPhones(random: Random, count: number): string[] {
  const endings = random.shuffled(Array.from({ length: 10_000 }, (_, ending) => ending))
  return endings.slice(0, count).map((ending) => `1990000${String(ending).padStart(4, '0')}`)
}
