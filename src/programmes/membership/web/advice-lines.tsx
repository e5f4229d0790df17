import { Disclosure } from '#ui/controls/disclosure.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { articles, citation, type Article, type ArticleId } from '../rules/founding/articles.ts'
import type { Verdict } from '../rules/founding/line.ts'
import { messages } from './member-unions/messages.ts'
import { verdictWords } from './union-words.ts'

type Shown = {
  readonly rule: string
  readonly verdict: Verdict
  readonly says: { readonly zh: string; readonly en: string }
  readonly article: string
}

/** What the rules say, line by line; each opens to the article that it comes from. */
export function AdviceLines({ lines }: { lines: readonly Shown[] }) {
  const t = useText()
  return (
    <ul className="unions-advice">
      {lines.map(({ rule, verdict, says, article }, at) => (
        <li key={`${rule} ${at}`}>
          <StatusBadge status={verdictWords[verdict].status}>{t(verdictWords[verdict].text)}</StatusBadge>
          <div>
            <p>{t(says)}</p>
            <Source article={articles[article as ArticleId]} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Source({ article }: { article: Article }) {
  const t = useText()
  return (
    <Disclosure title={t(citation(article))}>
      {article.quote === undefined ? (
        <>
          <p>{t(article.gist)}</p>
          <p className="ui-hint">{t(messages.gistNote)}</p>
        </>
      ) : (
        <blockquote lang="zh-CN">{article.quote}</blockquote>
      )}
    </Disclosure>
  )
}
