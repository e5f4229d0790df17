import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaProps,
} from 'react-aria-components/SearchField'
import { Icon } from '#ui/pictures/icon.tsx'

export type SearchFieldProps = Omit<AriaProps, 'className' | 'style' | 'children'> & {
  label: string
  placeholder?: string
}

/** A search box; its label is read aloud and its placeholder says what can be found. */
export function SearchField({ label, placeholder, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="ui-search">
      <Group className="ui-input-group">
        <span className="ui-affix">
          <Icon name="search" />
        </span>
        <Input className="ui-input" placeholder={placeholder ?? label} />
        <Button className="ui-input-button">
          <Icon name="cross" />
        </Button>
      </Group>
    </AriaSearchField>
  )
}
