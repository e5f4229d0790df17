import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stations } from '../../contract.ts'
import { ChoiceChips } from './choice-chips.tsx'
import { keeperMessages } from './keeper-messages.ts'
import { stationMessages } from './station-messages.ts'
import type { AnswerKind, Report, ReportKind } from './types.ts'
import { answerWords } from './words.ts'

const WORDS_MAX = 300

/** What can be said to each kind of report; "fixed" makes no sense of a locked door. */
const answersTo: Readonly<Record<ReportKind, readonly AnswerKind[]>> = {
  locked: ['opened', 'was-open', 'not-so'],
  broken: ['fixed', 'will-fix', 'not-so'],
  'no-water': ['fixed', 'will-fix', 'not-so'],
  dirty: ['fixed', 'will-fix', 'not-so'],
  other: ['fixed', 'will-fix', 'not-so'],
}

/** The keeper's answer: one press for what happened, a few words where they help. */
export function AnswerForm({ report }: { report: Report }) {
  const t = useText()
  const toast = useToast()
  const [answer, setAnswer] = useState<AnswerKind>()
  const [words, setWords] = useState('')
  const command = useCommand(stations.answerReport)
  // The form is gone as soon as the answer shows, and with it what `mutate` would call; a refusal shows above the button.
  const send = (chosen: AnswerKind) =>
    command.mutateAsync({ id: report.id, answer: chosen, words: words.trim() }).then(
      () => toast({ text: t(stationMessages.done) }),
      () => {},
    )
  return (
    <>
      <ChoiceChips
        label={t(keeperMessages.answerWith)}
        takes="one"
        choices={answersTo[report.kind].map((id) => ({ id, label: t(answerWords[id]) }))}
        chosen={answer === undefined ? [] : [answer]}
        onChange={([chosen]) => setAnswer(chosen)}
      />
      {answer !== undefined && (
        <>
          <TextArea
            label={t(keeperMessages.answerWords)}
            description={t(keeperMessages.answerWordsHint)}
            isOptional
            rows={2}
            maxLength={WORDS_MAX}
            value={words}
            onChange={setWords}
          />
          {command.error && (
            <p className="stations-notice" role="alert" data-status="bad">
              {t(stationMessages.actionFailed, { reason: t(command.error.text) })}
            </p>
          )}
          <Button variant="primary" wide isDisabled={command.isPending} onPress={() => void send(answer)}>
            {t(keeperMessages.sendAnswer)}
          </Button>
        </>
      )}
    </>
  )
}
