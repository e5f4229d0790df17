import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { IconButton } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { organisations, type OrganisationRow } from '../contract.ts'
import { messages } from './messages.ts'

const BRANCHES_MAX = 200

/** The tree from where the caller's reach begins; a branch asks for its children when it is opened. */
export function OrganisationTree({ chosenId }: { chosenId: string | undefined }) {
  const t = useText()
  const tops = useAnswer(organisations.listOrganisations, {
    tops: true,
    state: 'active',
    pageSize: BRANCHES_MAX,
  })
  return (
    <nav className="organisations-tree" aria-label={t(messages.tree)}>
      <Answered to={tops}>
        {({ rows }) => (
          <ul>
            {rows.map((row) => (
              <Branch key={row.id} row={row} chosenId={chosenId} isOpenAtFirst />
            ))}
          </ul>
        )}
      </Answered>
    </nav>
  )
}

type BranchProps = { row: OrganisationRow; chosenId: string | undefined; isOpenAtFirst?: boolean }

function Branch({ row, chosenId, isOpenAtFirst = false }: BranchProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <li>
      <div className="organisations-branch">
        {row.children > 0 ? (
          <IconButton
            icon={isOpen ? 'chevron-down' : 'chevron-right'}
            label={t(isOpen ? messages.collapse : messages.expand, { name: row.name })}
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          />
        ) : (
          <span className="organisations-leaf" />
        )}
        <Link
          href={`/staff/organisations?under=${row.id}`}
          aria-current={row.id === chosenId ? 'page' : undefined}
        >
          {row.name}
        </Link>
      </div>
      {isOpen && row.children > 0 && <Children parentId={row.id} chosenId={chosenId} />}
    </li>
  )
}

function Children({ parentId, chosenId }: { parentId: string; chosenId: string | undefined }) {
  const answer = useAnswer(organisations.listOrganisations, {
    parentId,
    state: 'active',
    pageSize: BRANCHES_MAX,
  })
  return (
    <Answered to={answer}>
      {({ rows }) => (
        <ul>
          {rows.map((row) => (
            <Branch key={row.id} row={row} chosenId={chosenId} />
          ))}
        </ul>
      )}
    </Answered>
  )
}
