import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { FileUpload } from '#kernel/files/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { sitingMessages as messages } from './messages.ts'

type Verdicts = OutputOf<typeof stations.readPoints>

/** What plans stand on: each set with its method, and a way to bring another. */
export function PointSetsCard() {
  const t = useText()
  const format = useFormat()
  return (
    <Card title={t(messages.sets)}>
      <Answered to={useAnswer(stations.listPointSets, { pageSize: 100 })}>
        {({ rows }) => (
          <ul className="stations-plain">
            {rows.map((set) => (
              <li key={set.id}>
                <span className="ui-row">
                  <b>{set.name}</b>
                  <span>{t(messages[set.kind])}</span>
                  <span className="ui-figures">
                    {t(messages.points)} {format.number(set.points)}
                    {set.kind === 'demand' && ` · ${t(messages.persons)} ${format.number(set.persons)}`}
                  </span>
                  {set.isInvented && <Tag>{t(messages.inventedBadge)}</Tag>}
                </span>
                <p className="ui-hint">{set.method}</p>
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <Disclosure title={t(messages.readIn)}>
        <ReadIn />
      </Disclosure>
    </Card>
  )
}

function ReadIn() {
  const t = useText()
  const toast = useToast()
  const organisationId = useMe().data?.roles[0]?.organisationId
  const [kind, setKind] = useState<'demand' | 'sites'>('demand')
  const [name, setName] = useState('')
  const [method, setMethod] = useState('')
  const [validFrom, setValidFrom] = useState<string | null>(null)
  const [isInvented, setInvented] = useState(false)
  const [fileId, setFileId] = useState<string>()
  const read = useCommand(stations.readPoints)
  const isFilled = name.trim().length >= 2 && method.trim().length >= 4 && validFrom !== null
  const send = (file: string, keepGood: boolean) => {
    if (organisationId === undefined || validFrom === null) return
    setFileId(file)
    read.mutate(
      { organisationId, fileId: file, kind, name, method, isInvented, validFrom, keepGood },
      { onSuccess: ({ setId, good }) => setId !== null && toast({ text: t(messages.readDone, { good }) }) },
    )
  }
  return (
    <div className="ui-stack">
      <RadioGroup
        label={t(messages.kind)}
        options={(['demand', 'sites'] as const).map((id) => ({ id, label: t(messages[id]) }))}
        value={kind}
        onChange={(id) => setKind(id as typeof kind)}
        isInline
      />
      <TextField label={t(messages.setName)} value={name} onChange={setName} />
      <TextField
        label={t(messages.method)}
        description={t(messages.methodHint)}
        value={method}
        onChange={setMethod}
      />
      <DatePicker label={t(messages.validFrom)} value={validFrom} onChange={setValidFrom} />
      <Checkbox isSelected={isInvented} onChange={setInvented}>
        {t(messages.invented)}
      </Checkbox>
      {isFilled ? (
        <FileUpload
          purpose="station-points"
          label={t(messages.file)}
          description={t(messages.fileHint)}
          accept={['.xlsx', '.csv']}
          onReady={(uploaded) => send(uploaded.fileId, false)}
        />
      ) : (
        <p className="ui-hint">{t(messages.methodShort)}</p>
      )}
      {read.isPending && <ProgressBar label={t(messages.reading)} />}
      <RefusalNote failure={read.error} />
      {read.data?.setId === null && fileId !== undefined && (
        <BadRows verdicts={read.data} onKeepGood={() => send(fileId, true)} />
      )}
    </div>
  )
}

function BadRows({ verdicts, onKeepGood }: { readonly verdicts: Verdicts; readonly onKeepGood: () => void }) {
  const t = useText()
  return (
    <div role="alert" className="ui-stack">
      <p>{t(messages.readBad, { rows: verdicts.rows, bad: verdicts.bad })}</p>
      <ul className="stations-plain">
        {verdicts.verdicts.map(({ row, name, problems }) => (
          <li key={row}>
            <b>{t(messages.row, { row })}</b> {name}{' '}
            {problems.map(({ code, reason, accepted }) => (
              <span key={code} className="ui-hint">
                {t(reason)} {accepted && t(accepted)}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {verdicts.good > 0 && (
        <span className="ui-row">
          <Button onPress={onKeepGood}>{t(messages.keepGood, { good: verdicts.good })}</Button>
        </span>
      )}
    </div>
  )
}
