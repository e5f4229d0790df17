import { Label } from 'react-aria-components/Label'
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'

export type ProgressBarProps = {
  label: string
  /** 0 to 100; without it the bar only says that work goes on. */
  percent?: number
  /** In place of the percentage: 已读 1,200 行. */
  valueText?: string
}

export function ProgressBar({ label, percent, valueText }: ProgressBarProps) {
  const isIndeterminate = percent === undefined
  return (
    <AriaProgressBar
      className="ui-progress"
      isIndeterminate={isIndeterminate}
      data-indeterminate={isIndeterminate || undefined}
      value={percent ?? 0}
      {...(valueText && { valueLabel: valueText })}
    >
      {({ valueText: shown, percentage }) => (
        <>
          <Label>{label}</Label>
          {!isIndeterminate && <span className="ui-figures">{shown}</span>}
          <div className="ui-progress-track">
            <div
              className="ui-progress-fill"
              style={isIndeterminate ? {} : { inlineSize: `${percentage}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  )
}
