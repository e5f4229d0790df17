import type { OutputOf } from '#platform/contract.ts'
import { queryAddress } from '#platform/client/call.ts'
import { useText } from '#ui/i18n/language.tsx'
import { figures } from '../contract.ts'
import { catalogueWords, dimensionWords } from './catalogue-words.ts'
import { messages } from './messages.ts'
import './report.css'

type Figure = OutputOf<typeof figures.getFigure>

const countedWords = {
  record: messages.record,
  estimate: messages.estimate,
  declared: messages.declaredCount,
}

/** What a number is: what it counts and does not, of which kind, how and by whom, on the day that is shown. */
export function FigureMeaning({ figure }: { figure: Figure }) {
  const t = useText()
  const owner = t(catalogueWords.ownerLine, { owner: t(figure.owner.title), key: figure.key })
  return (
    <div className="figures-words">
      <Words title={t(messages.definition)} text={t(figure.definition)} />
      <Words title={t(messages.isNot)} text={t(figure.isNot)} />
      <Words title={t(catalogueWords.dimension)} text={t(dimensionWords[figure.dimension])} />
      <Words title={t(messages.howCounted)} text={t(countedWords[figure.counted])} />
      <Words title={t(catalogueWords.query)} text={t(figure.query)} />
      <Words title={t(catalogueWords.owner)} text={owner} />
    </div>
  )
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <section>
      <h2 className="ui-figure-label">{title}</h2>
      <p>{text}</p>
    </section>
  )
}

/** The figure as data: addresses that stay, of the day that is shown. */
export function TakeFigure({ figure, isPast }: { figure: Figure; isPast: boolean }) {
  const t = useText()
  const input = { key: figure.key, ...(isPast && { asOf: figure.asOf }) }
  return (
    <p className="figures-quiet">
      {t(catalogueWords.take)}
      {'：'}
      <a className="ui-link" href={queryAddress(figures.openFigure, input)}>
        JSON
      </a>
      {' · '}
      <a className="ui-link" download href={queryAddress(figures.openFigureCsv, input)}>
        CSV
      </a>
      {' · '}
      <a className="ui-link" href="/open-data">
        {t({ zh: '全部开放数据', en: 'All open data' })}
      </a>
    </p>
  )
}
