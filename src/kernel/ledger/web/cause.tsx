import type { Text } from '#platform/text.ts'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'

type CauseProps = { subject: string; subjectTitle: Text | null; href: string | null }

/** What caused a transfer, and the way to it where its programme named one. */
export function Cause({ subject, subjectTitle, href }: CauseProps) {
  const t = useText()
  const told = subjectTitle === null ? subject : t(subjectTitle)
  return href === null ? told : <Link href={href}>{told}</Link>
}
