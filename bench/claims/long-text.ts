import type { Catalogue } from '../../src/kernel/claims/rules/drafts/check-sentence.ts'
import type { KnownFigure } from '../../src/kernel/claims/rules/drafts/known-figure.ts'
import { randomFrom } from '../harness/random.ts'
import { labelled } from './labelled.ts'

const TOPICS = [
  '爱心驿站',
  '基层工会',
  '工会会员',
  '乘车补贴',
  '诵读作品',
  '帮扶职工',
  '志愿服务',
  '劳模工匠进校园',
]
const ASPECTS = ['总数', '新建数', '服务人次', '发放金额', '覆盖单位', '按时答复率', '参加人数', '达标数']

/** 64 figures, as many as a city declares. */
export function catalogueOf64(): Catalogue {
  const figures = TOPICS.flatMap((topic, at) =>
    ASPECTS.map((aspect, of): KnownFigure => ({
      key: `topic${at}.aspect${of}`,
      title: { zh: topic + aspect, en: `${at}.${of}` },
      unit: { zh: '个', en: '' },
      dimension: 'places',
      value: 1000 * at + 37 * of,
      numerator: null,
      denominator: null,
      inTens: false,
      asOf: '2026-11-27',
      earlier: [{ asOf: '2025-12-31', value: 900 * at }],
    })),
  )
  return { figures, byKey: new Map(figures.map((one) => [one.key, one])), tolerance: 0.1 }
}

/** Paragraphs of some four labelled sentences each, digits changed by a seed so that none is met twice. */
export function longText(letters: number, seed: number): string[] {
  const random = randomFrom(seed)
  const sentences = labelled().map(({ sentence }) => sentence)
  const paragraphs: string[] = []
  for (let written = 0; written < letters;) {
    const paragraph = Array.from({ length: 4 }, () => {
      const sentence = sentences[Math.floor(random() * sentences.length)]!
      return `${sentence.replaceAll(/\d/g, () => String(1 + Math.floor(random() * 9)))}。`
    }).join('')
    paragraphs.push(paragraph)
    written += paragraph.length
  }
  return paragraphs
}
