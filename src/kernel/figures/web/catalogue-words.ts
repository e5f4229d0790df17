import { defineMessages } from '#ui/i18n/text.ts'

/** What kind of thing a figure counts, and what it must not be taken for. */
export const dimensionWords = defineMessages({
  places: { zh: '地点：一处计一个', en: 'Places, each once' },
  persons: { zh: '人：同一人只计一次，不是人次', en: 'Persons, each once; not turns' },
  turns: { zh: '人次：来一次计一次，不是人数', en: 'Turns, one a visit; not persons' },
  money: { zh: '金额：实际收付的钱，不是保额', en: 'Money that was received or paid; never a sum insured' },
  organisations: { zh: '组织：一个计一家', en: 'Organisations, each once' },
  documents: { zh: '文书、证书或件数：一份计一件', en: 'Documents, certificates or cases' },
  awards: { zh: '荣誉：一项计一次', en: 'Awards' },
  ratio: { zh: '比率：分子和分母都列出', en: 'A share, with both of its terms' },
})

export const catalogueWords = defineMessages({
  dimension: { zh: '数的是哪一种', en: 'What kind is counted' },
  query: { zh: '怎么查的', en: 'How the records are asked' },
  owner: { zh: '谁负责', en: 'Who answers for it' },
  ownerLine: { zh: '{owner}；数字的键 {key}', en: '{owner}; its key is {key}' },
  take: { zh: '带走这个数字', en: 'Take this figure along' },
  takeLede: {
    zh: '地址不变；加上 &asOf=2026-01-01 这样的日期，得到那一天的数。',
    en: 'The addresses stay; add a day such as &asOf=2026-01-01 for the figure of that day.',
  },
  meaning: { zh: '这个数字', en: 'This figure' },
})
