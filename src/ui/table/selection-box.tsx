type SelectionBoxProps = {
  label: string
  isSelected: boolean
  isIndeterminate?: boolean
  /** In the tab order; those of the rows are not, Space on the row does the same. */
  isTabStop?: boolean
  /** Receives the click, because the Shift key on it means "from the last one to here". */
  onToggle: (event: unknown) => void
}

/** A plain box: a table has hundreds, and each must cost nothing. */
export function SelectionBox({
  label,
  isSelected,
  isIndeterminate = false,
  isTabStop,
  onToggle,
}: SelectionBoxProps) {
  return (
    <input
      type="checkbox"
      className="ui-table-box"
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      checked={isSelected}
      ref={(box) => {
        if (box) box.indeterminate = isIndeterminate && !isSelected
      }}
      onChange={onToggle}
    />
  )
}
