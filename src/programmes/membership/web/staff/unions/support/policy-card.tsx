import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { messages } from './messages.ts'
import { BudgetDialog, CloseDialog, ExportDialog, ProjectDialog, type Policy } from './policy-dialogs.tsx'
import { sayMilestone } from './say-milestone.ts'

type Open = 'budget' | 'close' | 'export' | 'project'

/** A policy: its milestones, and where its money stands by the books. */
export function PolicyCard({ policy }: { policy: Policy }) {
  const t = useText()
  const format = useFormat()
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const money = [
    [messages.budget, policy.budgetFen],
    [messages.held, policy.heldFen],
    [messages.paid, policy.paidFen],
    [messages.left, policy.availableFen],
  ] as const
  return (
    <Card
      title={policy.name}
      actions={
        <span className="ui-row">
          <Allowed permission="membership.claim-support">
            {policy.closedAt === null && (
              <Button onPress={() => setOpen('project')}>{t(messages.openProject)}</Button>
            )}
          </Allowed>
          <Button icon="download" onPress={() => setOpen('export')}>
            {t(messages.export)}
          </Button>
          <Allowed permission="membership.support-policies">
            {policy.closedAt === null && (
              <>
                <Button onPress={() => setOpen('budget')}>{t(messages.addBudget)}</Button>
                <Button variant="quiet" onPress={() => setOpen('close')}>
                  {t(messages.close)}
                </Button>
              </>
            )}
          </Allowed>
        </span>
      }
    >
      <span className="ui-row">
        <StatusBadge status={policy.closedAt === null ? 'good' : 'quiet'}>
          {t(policy.closedAt === null ? messages.running : messages.closed)}
        </StatusBadge>
        <span className="ui-hint">
          {policy.organisationName} · {policy.documentNumber} · {policy.validFrom}—{policy.validUntil} ·{' '}
          {t(messages.projects)} {policy.projects}
        </span>
      </span>
      <ul className="unions-points">
        {policy.milestones.map((milestone) => (
          <li key={milestone.id}>{sayMilestone(milestone, t, format)}</li>
        ))}
      </ul>
      <div className="ui-stats">
        {money.map(([word, fen]) => (
          <div key={word.en} className="ui-stat">
            <p className="ui-stat-label">{t(word)}</p>
            <p className="ui-stat-value ui-figures">{format.yuan(fen)}</p>
          </div>
        ))}
      </div>
      {open === 'budget' && <BudgetDialog policy={policy} onClose={close} />}
      {open === 'close' && <CloseDialog policy={policy} onClose={close} />}
      {open === 'export' && <ExportDialog policy={policy} onClose={close} />}
      {open === 'project' && <ProjectDialog policy={policy} onClose={close} />}
    </Card>
  )
}
