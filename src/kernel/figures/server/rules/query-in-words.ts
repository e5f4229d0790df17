import type { Text } from '#platform/text.ts'
import type { Figure } from '../../figure.ts'

type Asked = Pick<Figure, 'dimension' | 'counted'> & {
  readonly records: { readonly columns: readonly { readonly title: Text }[] }
}

/**
 * What a figure asks of the records, for people who do not read SQL: what a line holds, which lines count on a day, and what is
 * done with them.
 */
export function queryInWords({ dimension, counted, records: { columns } }: Asked): Text {
  const zh = columns.map(({ title }) => title.zh).join('、')
  const en = columns.map(({ title }) => title.en.toLowerCase()).join(', ')
  const done = DONE[dimension === 'ratio' || dimension === 'money' ? dimension : 'count']
  const basis = counted === 'record' ? { zh: '', en: '' } : NOT_RECORDED
  return {
    zh: `记录清单每行记着${zh}。取截至日已经生效（或已经发生）、上面所示时刻之前登记的行，按口径${done.zh}。${basis.zh}`,
    en: `Each line of the record list holds ${en}. Of the lines that held (or had happened) by the day and were recorded by the moment shown, the definition’s are ${done.en}.${basis.en}`,
  }
}

const DONE = {
  count: { zh: '计数', en: 'counted' },
  money: { zh: '把金额加总', en: 'added up' },
  ratio: { zh: '分别数出分子和分母，再相除', en: 'counted for numerator and denominator, and divided' },
}

const NOT_RECORDED: Text = {
  zh: '其中有估计或申报的成分，不是逐条登记的。',
  en: ' Part of it is estimated or declared, and not recorded one by one.',
}
