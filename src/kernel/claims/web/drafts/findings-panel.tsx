import { useState, type RefObject } from 'react'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { Select } from '#ui/controls/select.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { Catalogue } from '../../rules/drafts/catalogue.ts'
import { isProblem } from '../../rules/drafts/finding.ts'
import type { Marked } from './editor/findings.ts'
import type { DraftEditor } from './editor/make-editor.ts'
import { FindingActions } from './finding-actions.tsx'
import { markStatus } from '../mark-status.ts'
import { messages } from './messages.ts'
import type { Seen } from './use-editor.ts'

type PanelProps = {
  ref: RefObject<HTMLElement | null>
  seen: Seen
  editor: DraftEditor | null
  catalogue: Catalogue
  isReadOnly: boolean
  percent: number
  onPercent: (percent: number) => void
}

/** A long report has thousands of numbers; so many stand in the list, around the caret. */
const SHOWN_MAX = 60
const TOLERANCES = ['2', '5', '10', '20']

const isOpen = ({ finding: { mark } }: Marked) => isProblem(mark) || mark === 'unbound'

/** What was found of the numbers, in the order of the text: reason and remedies for the one at the caret. */
export function FindingsPanel({ ref, seen, editor, catalogue, isReadOnly, percent, onPercent }: PanelProps) {
  const t = useText()
  const [shows, setShows] = useState<'open' | 'every'>('open')
  const { findings, caret } = seen
  const current = findings.find(({ from, to }) => from <= caret && caret <= to)
  const wanted = findings.filter((one) => shows === 'every' || isOpen(one) || one === current)
  const near = wanted.findIndex(({ to }) => to >= caret)
  const first = Math.max(0, Math.min(near - SHOWN_MAX / 2, wanted.length - SHOWN_MAX))
  const shown = wanted.slice(first, first + SHOWN_MAX)
  return (
    <aside className="draft-findings" aria-label={t(messages.findings)} ref={ref}>
      <h2>{t(messages.findings)}</h2>
      <SegmentedControl
        label={t(messages.show)}
        segments={[
          { id: 'open', label: t(messages.open, { count: findings.filter(isOpen).length }) },
          { id: 'every', label: t(messages.every, { count: findings.length }) },
        ]}
        value={shows}
        onChange={setShows}
      />
      <Select
        label={t(messages.tolerance)}
        options={TOLERANCES.map((id) => ({ id, label: t(messages.toleranceOf, { percent: id }) }))}
        value={String(percent)}
        onChange={(id) => onPercent(Number(id))}
      />
      <p className="ui-hidden" role="status">
        {current &&
          t(messages.position, {
            at: findings.indexOf(current) + 1,
            of: findings.length,
            words: current.finding.words,
            mark: t(messages[current.finding.mark]),
          })}
      </p>
      {shown.length === 0 && <p>{t(findings.length === 0 ? messages.noNumbers : messages.nothingOpen)}</p>}
      <ol className="draft-finding-list">
        {shown.map((one) => (
          <li
            key={`${one.from} ${one.finding.words}`}
            {...(one === current && { 'data-current': true, 'aria-current': 'true' as const })}
          >
            <button
              type="button"
              className="draft-finding"
              onClick={() => {
                editor?.select(one.from, one.to)
                editor?.focus()
              }}
            >
              <strong lang="zh-CN">{one.finding.words}</strong>
              <StatusBadge status={markStatus[one.finding.mark]}>{t(messages[one.finding.mark])}</StatusBadge>
              {one.finding.live && <Tag>{t(messages.live)}</Tag>}
            </button>
            {one === current && (
              <FindingActions marked={one} editor={editor} catalogue={catalogue} isReadOnly={isReadOnly} />
            )}
          </li>
        ))}
      </ol>
      {wanted.length > shown.length && (
        <p>{t(messages.moreFindings, { count: wanted.length - shown.length })}</p>
      )}
    </aside>
  )
}
