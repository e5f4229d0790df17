/** Invented people only: a family name and a given name drawn apart, so that nobody in particular is meant. */

export const familyNames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'

export const givenLetters =
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
