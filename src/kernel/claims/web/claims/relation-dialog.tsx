import { useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { claims } from '../../contract.ts'
import { claimsIn } from '../../relation-schema.ts'
import { judgeRelation } from '../../rules/relations/judge-relation.ts'
import { relationProblem } from '../../rules/relations/relation-problem.ts'
import { ClaimChoice } from './claim-choice.tsx'
import { messages } from './messages.ts'
import { EMPTY, RELATION_KINDS, relationOf, saidOfClaim, type Chosen } from './relation-choice.ts'
import type { Claim } from './staff-claims-page.tsx'
import { staffMessages as words } from './staff-messages.ts'
import { VerdictBadge, Workings } from './verdict-badge.tsx'

/** What should hold between claims: chosen by name, worked out before it is recorded, refused where it says nothing. */
export function RelationDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const [chosen, setChosen] = useState<Chosen>(EMPTY)
  const list = useAnswer(claims.listClaims, { pageSize: 200 }).data?.rows ?? []
  const record = useCommand(claims.recordRelation, ['audit'])
  const relation = relationOf(chosen)
  const submit = async (data: FormData) => {
    if (relation === undefined) return
    const { verdict } = await record.mutateAsync({
      titleZh: String(data.get('titleZh')),
      titleEn: String(data.get('titleEn')),
      relation,
    })
    toast({ text: t(words.saved, { verdict: t(messages[verdict]) }) })
    onClose()
  }
  return (
    <Dialog
      title={t(words.recordRelation)}
      size="large"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Form
        onSubmit={(data) => void submit(data).catch(() => undefined)}
        {...(record.error && formRefusal(record.error, t))}
      >
        <Select
          label={t(words.relationKind)}
          options={RELATION_KINDS.map((id) => ({ id, label: t(words[id]) }))}
          value={chosen.kind}
          onChange={(kind) => setChosen({ ...chosen, kind: kind as Chosen['kind'] })}
        />
        <Terms chosen={chosen} list={list} onChange={setChosen} />
        <Preview chosen={chosen} list={list} />
        <TextField name="titleZh" label={t(words.titleZh)} description={t(words.titleHint)} isRequired />
        <TextField name="titleEn" label={t(words.titleEn)} isRequired />
        <div className="ui-dialog-actions">
          <Button
            type="submit"
            variant="primary"
            isDisabled={relation === undefined}
            isPending={record.isPending}
          >
            {t(words.save)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

type TermsProps = { chosen: Chosen; list: readonly Claim[]; onChange: (chosen: Chosen) => void }

function Terms({ chosen, list, onChange }: TermsProps) {
  const t = useText()
  const choice = (name: 'whole' | 'product' | 'rate' | 'numerator' | 'denominator', isOptional = false) => (
    <ClaimChoice
      label={t(words[name])}
      list={list}
      value={chosen[name]}
      isOptional={isOptional}
      onChange={(id) => onChange({ ...chosen, [name]: id })}
    />
  )
  const several = (name: 'parts' | 'factors', atMost: number) => {
    const ids: readonly (string | null)[] = [...chosen[name], null].slice(0, atMost)
    return ids.map((id, at) => (
      <ClaimChoice
        key={`${name} ${at}`}
        label={t(words[name === 'parts' ? 'part' : 'factor'], { no: at + 1 })}
        list={list}
        value={id}
        isOptional={name === 'parts' && at > 1}
        onChange={(next) => onChange({ ...chosen, [name]: ids.with(at, next).filter((one) => one !== null) })}
      />
    ))
  }
  if (chosen.kind === 'product')
    return (
      <>
        {several('factors', 2)}
        {choice('product')}
      </>
    )
  if (chosen.kind === 'rate')
    return (
      <>
        {choice('rate')}
        {choice('numerator')}
        {choice('denominator')}
      </>
    )
  return (
    <>
      {several('parts', 20)}
      {choice('whole', true)}
      <Checkbox
        isSelected={chosen.complete}
        onChange={(complete) => onChange({ ...chosen, complete })}
        description={t(words.completeHint)}
      >
        {t(words.complete)}
      </Checkbox>
    </>
  )
}

/** The verdict as the server will find it, by the same rules. */
function Preview({ chosen, list }: { chosen: Chosen; list: readonly Claim[] }) {
  const t = useText()
  const relation = relationOf(chosen)
  const said = new Map(list.map((claim) => [claim.id, saidOfClaim(claim)]))
  if (relation === undefined || !claimsIn(relation).every((id) => said.has(id)))
    return (
      <p className="claims-quiet" role="status">
        {t(words.chooseTerms)}
      </p>
    )
  const problem = relationProblem(relation, said)
  if (problem !== undefined)
    return (
      <p className="claims-refused" role="status">
        {t(problem.reason)} {problem.accepted && t(words.accepted, { what: t(problem.accepted) })}
      </p>
    )
  const { verdict, why, lines } = judgeRelation(relation, said)
  return (
    <div className="claims-body" role="status">
      <VerdictBadge judgement={{ verdict, why, lines: [...lines], asOf: '' }} />
      <Workings title={t(words.preview)} lines={[...lines]} />
    </div>
  )
}
