import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'

export const mainId = 'main'

/** The first stop of the Tab key on every page. */
export function SkipLink() {
  const t = useText()
  return (
    <a className="ui-skip" href={`#${mainId}`}>
      {t(messages.skip)}
    </a>
  )
}
