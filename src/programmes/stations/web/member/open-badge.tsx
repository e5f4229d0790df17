import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { statusOfKind, type OpenKind } from './view/open-answer.ts'
import { openWords } from './open-words.ts'

/** Open or not, by word, shape and colour. */
export function OpenBadge({ kind }: { kind: OpenKind }) {
  const t = useText()
  return <StatusBadge status={statusOfKind[kind]}>{t(openWords[kind])}</StatusBadge>
}
