import { formText } from '#kernel/organisations/client.ts'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { NoticeDraft } from '../shapes.ts'
import { messages } from './messages.ts'

/** A notice as an officer writes it; the names are asked for so that they can be hidden everywhere. */
export function NoticeFields() {
  const t = useText()
  return (
    <>
      <TextField name="notice.title" label={t(messages.noticeTitle)} />
      <TextArea name="notice.body" label={t(messages.noticeBody)} rows={5} />
      <TextArea
        name="names"
        label={t(messages.noticeNames)}
        description={t(messages.noticeNamesHint)}
        isOptional
        rows={2}
      />
    </>
  )
}

export function readNotice(data: FormData): NoticeDraft {
  const names = formText(data, 'names')
    .split(/[\n、，,;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return {
    title: formText(data, 'notice.title'),
    body: formText(data, 'notice.body'),
    subjects: names.map((value) => ({ kind: 'person', label: messages.name, value })),
  }
}
