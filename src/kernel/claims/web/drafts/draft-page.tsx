import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Answered } from '#ui/states/answered.tsx'
import { claims } from '../../contract.ts'
import { DraftDesk } from './draft-desk.tsx'
import { useCatalogue } from './use-catalogue.ts'
import './drafts.css'

/** What the rules take where nobody says otherwise; see `rules/numbers/ranges.ts`. */
const TOLERANCE_PERCENT = 10

/** One text: written, checked against the records as it is typed, handed in. */
export default function DraftPage() {
  const { id = '' } = useParams({ strict: false })
  const draft = useAnswer(claims.getDraft, { id })
  const [percent, setPercent] = useState(TOLERANCE_PERCENT)
  const { now, catalogue } = useCatalogue(percent / 100)
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
