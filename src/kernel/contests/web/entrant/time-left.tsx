import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { messages } from './messages.ts'

/** When entries end, and how long that is from now, in days and at the end in minutes. */
export function TimeLeft({ until }: { until: string }) {
  const t = useText()
  const format = useFormat()
  const minutes = Math.max(0, Math.floor((Date.parse(until) - Date.now()) / 60_000))
  const left =
    minutes >= 2 * 1440
      ? t(messages.days, { count: Math.floor(minutes / 1440) })
      : minutes >= 120
        ? t(messages.hours, { count: Math.floor(minutes / 60) })
        : t(messages.minutes, { count: minutes })
  return <p className="entrant-small">{t(messages.until, { at: format.dateTime(until), left })}</p>
}
