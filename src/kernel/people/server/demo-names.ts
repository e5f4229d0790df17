/** Invented people only: a family name and a given name drawn apart, so that nobody in particular is meant. */

const familyNames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'

const givenLetters =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国春梅红志海燕宁波晨曦雨桐子轩欣怡浩然俊峰文博佳慧思远'

/** Names that a form meets seldom and must take: middle dots, four letters, rare characters. */
export const seldomNames: readonly string[] = [
  '阿依古丽·买买提',
  '欧阳若溪',
  '扎西·多吉',
  '司马青禾',
  '李㛃',
  '王喆',
  '张𬀩',
]

export function inventedName(random: () => number): string {
  const pick = (letters: string) => letters[Math.floor(random() * letters.length)]!
  const given = random() < 0.35 ? pick(givenLetters) : `${pick(givenLetters)}${pick(givenLetters)}`
  return `${pick(familyNames)}${given}`
}

/** Mulberry32: the same seed tells the same story. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
