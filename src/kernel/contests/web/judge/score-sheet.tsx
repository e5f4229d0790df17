import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { NumberField } from '#ui/controls/number-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { contests } from '../../contract.ts'
import { messages } from './messages.ts'
import type { Task } from './task-page.tsx'
import { useDraft, type Points } from './use-draft.ts'

const HUNDREDTHS = 100

/** The criteria with their weights; kept as a draft while it is filled in, sealed when it is handed in. */
export function ScoreSheet({ task }: { task: Task }) {
  const t = useText()
  const [isTried, setTried] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const { points, setPoints, state, forget, rest } = useDraft(task)
  const submit = useCommand(contests.submitSheet)
  const missing = task.criteria.filter(({ id }) => points[id] === undefined)
  const beyond = task.criteria.filter(({ id, pointsMax }) => (points[id] ?? 0) > pointsMax)
  const ask = () => {
    setTried(true)
    if (missing.length + beyond.length === 0) setAsked(true)
  }
  const confirm = () => {
    rest()
    submit.mutate({ id: task.id, points }, { onSuccess: forget, onSettled: () => setAsked(false) })
  }
  const sayBeyond = ({ id, pointsMax }: Criterion) =>
    t(messages.beyond, { given: points[id]! / HUNDREDTHS, most: pointsMax / HUNDREDTHS })
  const errors: Record<string, string> = {}
  for (const { id, pointsMax } of missing)
    errors[`points.${id}`] = t(messages.missing, { most: pointsMax / HUNDREDTHS })
  for (const one of beyond) errors[`points.${one.id}`] = sayBeyond(one)
  if (task.roundState === 'closed') return <Card>{t(messages.roundClosed)}</Card>
  return (
    <Card title={t(messages.scores)}>
      <Form
        onSubmit={ask}
        {...(isTried && missing.length + beyond.length > 0 ? { errors } : formRefusal(submit.error, t))}
      >
        {task.criteria.map((one) => (
          <NumberField
            key={one.id}
            name={`points.${one.id}`}
            label={one.name}
            description={t(messages.weight, { weight: one.weight, most: one.pointsMax / HUNDREDTHS })}
            value={points[one.id] === undefined ? Number.NaN : points[one.id]! / HUNDREDTHS}
            onChange={(given) => setPoints(withPoints(points, one.id, given))}
            // Without an upper end, where the field would change 850 into 100 and not say so: it was meant as 85.0.
            minValue={0}
            {...(beyond.includes(one) && { isInvalid: true, errorMessage: sayBeyond(one) })}
            formatOptions={{ maximumFractionDigits: 2 }}
          />
        ))}
        <Total task={task} points={points} missing={missing.length} />
        <p className="ui-hint" role="status">
          {state !== 'none' && t(messages[state])}
        </p>
        <Button type="submit" variant="primary" wide isPending={submit.isPending}>
          {t(messages.submit)}
        </Button>
      </Form>
      <Recuse task={task} />
      <ConfirmDialog
        title={t(messages.submitTitle)}
        confirmLabel={t(messages.submit)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={submit.isPending}
        onConfirm={confirm}
      >
        {t(messages.submitText)}
      </ConfirmDialog>
    </Card>
  )
}

type Criterion = Task['criteria'][number]

const withPoints = (points: Points, id: string, given: number): Points => {
  const { [id]: _, ...rest } = points
  return Number.isNaN(given) ? rest : { ...rest, [id]: Math.round(given * HUNDREDTHS) }
}

function Total({ task, points, missing }: { task: Task; points: Points; missing: number }) {
  const t = useText()
  const format = useFormat()
  // Whole hundredths times whole hundredths: the sum is exact before it is shown.
  const sum = task.criteria.reduce((all, { id, weight }) => all + weight * (points[id] ?? 0), 0)
  return (
    <div className="contests-total">
      <span>{t(messages.total)}</span>
      <output>
        {missing > 0
          ? t(messages.totalMissing, { count: missing })
          : format.number(sum / HUNDREDTHS / HUNDREDTHS, 2)}
      </output>
    </div>
  )
}

function Recuse({ task }: { task: Task }) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  const recuse = useCommand(contests.recuse)
  const confirm = (reason: string) =>
    recuse
      .mutateAsync({ id: task.id, reason })
      .then(({ moved }) => {
        toast({ text: t(moved ? messages.recused : messages.recusedWaits) })
        void navigate({ href: '/contests/judging' })
      })
      .catch(() => undefined)
  return (
    <>
      <Button variant="quiet" wide onPress={() => setAsked(true)}>
        {t(messages.recuse)}
      </Button>
      <ConfirmDialog
        title={t(messages.recuseTitle)}
        confirmLabel={t(messages.recuse)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={recuse.isPending}
        asksReason={{}}
        onConfirm={(reason) => void confirm(reason)}
      >
        <p>{t(messages.recuseText)}</p>
        {recuse.error && <p role="alert">{t(recuse.error.text)}</p>}
      </ConfirmDialog>
    </>
  )
}
