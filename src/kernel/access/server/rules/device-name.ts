const programs: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/AlipayClient/i, '支付宝'],
  [/HuaweiBrowser/i, '华为浏览器'],
  [/QQBrowser|MQQBrowser/i, 'QQ浏览器'],
  [/Edg(e|A|iOS)?\//i, 'Edge'],
  [/Firefox|FxiOS/i, 'Firefox'],
  [/Chrome|CriOS/i, 'Chrome'],
  [/Safari/i, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙'],
  [/iPhone/i, 'iPhone'],
  [/iPad/i, 'iPad'],
  [/Android/i, 'Android'],
  [/Windows/i, 'Windows'],
  [/Mac OS X|Macintosh/i, 'Mac'],
  [/Linux/i, 'Linux'],
]

/**
 * A few words by which somebody knows their device again; version numbers would only identify them further. Empty
 * where it is none of these: the page then says so in the reader's language.
 */
export function deviceName(userAgent: string): string {
  const named = [programs, systems].map((list) => list.find(([pattern]) => pattern.test(userAgent))?.[1])
  const words = named.filter((word) => word !== undefined)
  return words.join(' · ')
}
