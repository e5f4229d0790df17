import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../contract.ts'
import { WorkCard } from '../work-card.tsx'
import { publicMessages as messages } from './messages.ts'

type ShowWorkProps = { readonly contestId: string; readonly no: number; readonly title: string }

/** The title of an awarded work that may be looked at: pressed, it opens the film or the text. */
export function ShowWork({ contestId, no, title }: ShowWorkProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <Work contestId={contestId} no={no} title={title} />
      </Dialog>
    </>
  )
}

function Work({ contestId, no, title }: ShowWorkProps) {
  const t = useText()
  const answer = useAnswer(contests.getPublicWork, { contestId, no })
  return (
    <Answered to={answer}>
      {({ awardName, names, unitName, body, film }) => (
        <WorkCard
          heading={awardName}
          note={`${names.join('、')} · ${unitName}`}
          label={t(messages.filmOf, { title })}
          body={body}
          film={film}
        />
      )}
    </Answered>
  )
}
