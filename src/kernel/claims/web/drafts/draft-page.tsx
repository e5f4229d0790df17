import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Answered } from '#ui/states/answered.tsx'
import { claims } from '../../contract.ts'
import { TOLERANCE } from '../../rules/numbers/ranges.ts'
import { DraftDesk } from './draft-desk.tsx'
import { useCatalogue } from './use-catalogue.ts'
import './drafts.css'

const PERCENT = 100

/** One text: written, checked against the records as it is typed, handed in. */
export default function DraftPage() {
  const { id = '' } = useParams({ strict: false })
  const draft = useAnswer(claims.getDraft, { id })
  const [percent, setPercent] = useState(TOLERANCE * PERCENT)
  const { now, catalogue } = useCatalogue(id, percent / PERCENT)
  const [opened, setOpened] = useState(0)
  return (
    <Answered to={draft}>
      {(answer) => (
        <Answered to={{ ...now, data: catalogue }}>
          {(known) => (
            <DraftDesk
              key={`${answer.id} ${opened}`}
              draft={answer}
              catalogue={known}
              percent={percent}
              onPercent={setPercent}
              onReload={async () => {
                await draft.refetch()
                setOpened((times) => times + 1)
              }}
            />
          )}
        </Answered>
      )}
    </Answered>
  )
}
