import type { Language } from './text.ts'

const units = { zh: { metre: '米', kilometre: '公里' }, en: { metre: 'm', kilometre: 'km' } } as const

/**
 * 320 米, 1.2 公里, 18 公里. Metres are rounded to ten, because a phone does not know better, and
 * kilometres lose their decimal from ten on.
 */
export function formatDistance(metres: number, language: Language): string {
  const { metre, kilometre } = units[language]
  const rounded = metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10
  if (rounded < 1_000) return `${rounded} ${metre}`
  const kilometres = metres / 1_000
  return `${kilometres < 9.95 ? kilometres.toFixed(1) : Math.round(kilometres)} ${kilometre}`
}
