import { Icon } from '#ui/pictures/icon.tsx'

type FindFieldProps = { label: string; value: string; onChange: (text: string) => void }

/**
 * The browser's own search box in the clothes of ours: it clears itself and shows the search key on a phone's
 * keyboard, and the first page of the programme stays light.
 */
export function FindField({ label, value, onChange }: FindFieldProps) {
  return (
    <div className="stations-find ui-input-group">
      <span className="ui-affix">
        <Icon name="search" />
      </span>
      <input
        type="search"
        className="ui-input"
        enterKeyHint="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
