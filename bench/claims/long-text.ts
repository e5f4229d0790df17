import { catalogueOf, type Catalogue } from '../../src/kernel/claims/rules/drafts/catalogue.ts'
import type { KnownClaim } from '../../src/kernel/claims/rules/drafts/known-claim.ts'
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

/** 64 figures, as many as a city declares, and 300 claims, as many as a text is held against. */
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
  const claims = Array.from({ length: 300 }, (_, at): KnownClaim => ({
    id: String(at),
    title: { zh: `${TOPICS[at % TOPICS.length]}${ASPECTS[(at >> 3) % ASPECTS.length]}`, en: String(at) },
    words: `${11 * at}个`,
    value: 11 * at,
    low: 11 * at,
    high: 11 * at,
    unit: { zh: '个', en: '' },
    dimension: 'places',
    where: { zh: '晨报', en: 'Morning paper' },
    verdict: 'cannot-be-checked',
    why: 'unbound',
    lines: [],
  }))
  return catalogueOf({ figures, claims, tolerance: 0.1 })
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
