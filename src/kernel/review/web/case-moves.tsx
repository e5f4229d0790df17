import { Fragment, useState, type ReactNode } from 'react'
import { Button, type ButtonVariant } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { messages } from './messages.ts'
import { MoveDialog } from './move-dialog.tsx'
import { useCase, type Case } from './use-case.ts'

export type AllowedMove = Case['moves'][number]

type CaseMovesProps = {
  readonly caseId: string
  /** A programme's own page draws its own button for the moves that are made there; elsewhere a link leads to it. */
  readonly programmeMove?: (move: AllowedMove, one: Case) => ReactNode
}

/** The moves that the caller may make now, each as a button; the server says which. */
export function CaseMoves({ caseId, ...props }: CaseMovesProps) {
  return <Answered to={useCase(caseId)}>{(one) => <Moves one={one} {...props} />}</Answered>
}

function Moves({ one, programmeMove }: { one: Case } & Pick<CaseMovesProps, 'programmeMove'>) {
  const t = useText()
  const [chosen, setChosen] = useState<AllowedMove>()
  if (one.moves.length === 0) return <p>{t(messages.noMoves)}</p>
  return (
    <>
      <div className="ui-row">
        {one.moves.map((move, index) =>
          move.inProgramme ? (
            <Fragment key={move.id}>
              {programmeMove?.(move, one) ?? <ProgrammeMove one={one} move={move} />}
            </Fragment>
          ) : (
            <Button key={move.id} variant={variantOf(move, index)} onPress={() => setChosen(move)}>
              {t(move.title)}
            </Button>
          ),
        )}
      </div>
      {chosen && <MoveDialog one={one} move={chosen} onClose={() => setChosen(undefined)} />}
    </>
  )
}

/** One primary button: the first that leads on; an end against somebody looks like one. */
function variantOf({ outcome }: AllowedMove, index: number): ButtonVariant {
  if (outcome === 'refused') return 'danger'
  return index === 0 && outcome !== 'withdrawn' ? 'primary' : 'secondary'
}

/** The programme's page knows what this move needs. */
function ProgrammeMove({ one, move }: { one: Case; move: AllowedMove }) {
  const t = useText()
  const href = one.isMine ? one.applicantHref : one.href
  if (href === null) return null
  return (
    <LinkButton href={href} icon="external">
      {`${t(move.title)} · ${t(messages.goToProgramme)}`}
    </LinkButton>
  )
}
