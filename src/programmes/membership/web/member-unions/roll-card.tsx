import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../contract.ts'
import type { Founding } from './founding-page.tsx'
import { messages } from './messages.ts'
import { readRoll, type RollLine } from './roll-lines.ts'

type Answer = OutputOf<typeof membership.addFoundingMembers>['rows']

/** The people who will be members from the day of the registration: pasted from a list, each line judged by itself. */
export function RollCard({ founding }: { founding: Founding }) {
  const t = useText()
  const toast = useToast()
  const add = useCommand(membership.addFoundingMembers)
  const remove = useCommand(membership.removeFoundingMember)
  const [text, setText] = useState('')
  const [notes, setNotes] = useState<readonly string[]>([])
  const submit = () => {
    const { good, short } = readRoll(text)
    const shortNotes = short.map((line) => t(messages.rollRead, { line, why: t(messages.lineShort) }))
    setNotes(shortNotes)
    if (good.length === 0) return
    const people = good.map(({ line: _line, ...one }) => one)
    add.mutate(
      { id: founding.id, people },
      {
        onSuccess: ({ rows }) => {
          const refused = refusedNotes(good, rows, (line, why) => t(messages.rollRead, { line, why: t(why) }))
          setNotes([...shortNotes, ...refused])
          // What was taken leaves the field; what was not stays to be mended.
          setText(keptLines(text, good, rows))
          const added = rows.filter(({ outcome }) => outcome === 'added' || outcome === 'known').length
          toast({ text: t(messages.rollAdded, { added, not: rows.length - added + short.length }) })
        },
      },
    )
  }
  return (
    <Card title={t(messages.roll, { count: founding.roll.length })}>
      <Form onSubmit={submit} {...(add.error && { formError: t(add.error.text) })}>
        <TextArea
          label={t(messages.rollPaste)}
          description={t(messages.rollHint)}
          rows={5}
          value={text}
          onChange={setText}
        />
        {notes.length > 0 && (
          <ul role="alert" className="unions-points">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <Button type="submit" variant="primary" wide isPending={add.isPending}>
          {t(messages.addRoll)}
        </Button>
      </Form>
      {founding.roll.length === 0 ? (
        <p className="ui-hint">{t(messages.emptyRoll)}</p>
      ) : (
        <ul className="unions-papers" aria-label={t(messages.roll, { count: founding.roll.length })}>
          {founding.roll.map(({ person, name, maskedDocument }) => (
            <li key={person.id}>
              <span>
                {name} <span className="ui-hint ui-figures">{maskedDocument}</span>
              </span>
              <IconButton
                icon="trash"
                label={`${t(messages.remove)} ${name}`}
                onPress={() => remove.mutate({ id: founding.id, person })}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const isTaken = (outcome: Answer[number]['outcome']) => outcome === 'added' || outcome === 'known'

type Note = (line: number, why: { zh: string; en: string }) => string

const refusedNotes = (lines: readonly RollLine[], rows: Answer, note: Note): string[] =>
  rows.flatMap(({ problem }, at) => (problem === null ? [] : [note(lines[at]!.line, problem)]))

function keptLines(text: string, lines: readonly RollLine[], rows: Answer): string {
  const taken = new Set(rows.flatMap(({ outcome }, at) => (isTaken(outcome) ? [lines[at]!.line] : [])))
  return text
    .split(/\r?\n/)
    .filter((_, at) => !taken.has(at + 1))
    .join('\n')
    .trim()
}
