import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { answerKind } from '#programmes/stations/shapes.ts'
import { Button } from '#ui/controls/button.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import type { AnswerKind, ReportRow } from '../types.ts'
import { answerWords } from '../words.ts'
import { reportMessages } from './messages.ts'

/** An officer answers for the keeper; the story then says who did. */
export function AnswerForm({ report }: { report: ReportRow }) {
  const t = useText()
  const toast = useToast()
  const [answer, setAnswer] = useState<AnswerKind | null>(null)
  const [words, setWords] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const send = useCommand(stations.answerReport, ['work'])
  const submit = () => {
    if (answer === null) return setErrors({ answer: t(reportMessages.answerMissing) })
    setErrors({})
    const told = () => {
      toast({ text: t(reportMessages.sent) })
      setAnswer(null)
      setWords('')
    }
    // Awaited, because an answered report may leave the list, and this form with it. A refusal stands in `error`.
    void send.mutateAsync({ id: report.id, answer, words: words.trim() }).then(told, () => undefined)
  }
  return (
    <section className="stations-answer-form" aria-labelledby={`answer-${report.id}`}>
      <h3 id={`answer-${report.id}`}>{t(reportMessages.answer)}</h3>
      <Form onSubmit={submit} errors={errors}>
        <RadioGroup
          name="answer"
          label={t(reportMessages.answerKind)}
          description={t(reportMessages.answerHint)}
          options={answerKind.options.map((id) => ({ id, label: t(answerWords[id]) }))}
          value={answer ?? ''}
          onChange={(id) => setAnswer(id as AnswerKind)}
        />
        <TextArea
          name="words"
          label={t(reportMessages.answerWords)}
          isOptional
          maxLength={300}
          value={words}
          onChange={setWords}
          rows={3}
        />
        <RefusalNote failure={send.error} />
        <div>
          <Button type="submit" variant="primary" isPending={send.isPending}>
            {t(reportMessages.send)}
          </Button>
        </div>
      </Form>
    </section>
  )
}
