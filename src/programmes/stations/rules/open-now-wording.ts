import type { Text } from '#platform/text.ts'

/** How much was heard from people, beside the declared hours. */
export type OpenConfidence = 'declared-only' | 'some' | 'good'

/** Says what is likely and how it is known, and never more than is known. */
export function describeOpenNow(
  probability: number,
  confidence: OpenConfidence,
  declaredOpen: boolean | undefined,
): Text {
  if (confidence === 'declared-only') return declaredWording(declaredOpen)
  const source = SOURCES[confidence]
  const likely = likelihood(probability)
  return { zh: `${likely.zh}（${source.zh}）`, en: `${likely.en} (${source.en})` }
}

const SOURCES: Readonly<Record<Exclude<OpenConfidence, 'declared-only'>, Text>> = {
  some: { zh: '有少量近况', en: 'from a little recent news' },
  good: { zh: '根据近况', en: 'from recent news' },
}

function declaredWording(declaredOpen: boolean | undefined): Text {
  if (declaredOpen === undefined) return { zh: '开放时间不详', en: 'Opening hours not known' }
  return declaredOpen
    ? { zh: '按公布时间正在开放', en: 'Open by its declared hours' }
    : { zh: '按公布时间未开放', en: 'Closed by its declared hours' }
}

function likelihood(probability: number): Text {
  if (probability >= 0.9) return { zh: '现在开放', en: 'Open now' }
  if (probability >= 0.65) return { zh: '很可能开放', en: 'Probably open' }
  if (probability > 0.35) return { zh: '可能没开，去前请留意', en: 'May not be open; look before you go' }
  if (probability > 0.1) return { zh: '很可能没开', en: 'Probably closed' }
  return { zh: '现在没开', en: 'Closed now' }
}
