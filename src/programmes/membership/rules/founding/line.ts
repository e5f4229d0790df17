import type { Text } from '#platform/text.ts'
import type { ArticleId } from './articles.ts'

/** must: a duty. may: free to choose. good: met. missing: to be made good. refused: not lawful as it stands. */
export type Verdict = 'must' | 'may' | 'good' | 'missing' | 'refused'

/** One rule, as it applies to these facts. */
export type Line = {
  readonly rule: string
  readonly verdict: Verdict
  readonly says: Text
  readonly article: ArticleId
}

export const line = (rule: string, verdict: Verdict, article: ArticleId, zh: string, en: string): Line => ({
  rule,
  verdict,
  article,
  says: { zh, en },
})
