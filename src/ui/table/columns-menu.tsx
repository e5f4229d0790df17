import type { Selection } from 'react-aria-components/GridList'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { messages } from './messages.ts'
import type { DataColumn, Density, TableView } from './table-types.ts'

type ColumnsMenuProps<Row> = {
  columns: DataColumn<Row>[]
  view: TableView
  onViewChange: (view: TableView) => void
}

/** Which columns show, and how close the rows stand. */
export function ColumnsMenu<Row>({ columns, view, onViewChange }: ColumnsMenuProps<Row>) {
  const t = useText()
  const hideable = columns.filter(({ isFixed }) => !isFixed)
  const shown = hideable.filter(({ id }) => !view.hiddenColumns.includes(id)).map(({ id }) => id)
  const showColumns = (keys: Selection) => {
    const hidden = hideable.filter(({ id }) => keys !== 'all' && !keys.has(id)).map(({ id }) => id)
    onViewChange({ ...view, hiddenColumns: hidden })
  }
  const setDensity = (keys: Selection) => {
    const [density] = keys === 'all' ? [] : [...keys]
    if (density) onViewChange({ ...view, density: density as Density })
  }
  return (
    <MenuTrigger>
      <Button variant="quiet" icon="columns">
        {t(messages.columns)}
      </Button>
      <Popover className="ui-popover" placement="bottom end">
        <Menu className="ui-options" aria-label={t(messages.columns)}>
          <MenuSection selectionMode="multiple" selectedKeys={shown} onSelectionChange={showColumns}>
            <Header className="ui-options-header">{t(messages.columns)}</Header>
            {hideable.map(({ id, header }) => (
              <Choice key={id} id={id} label={header} />
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[view.density]}
            onSelectionChange={setDensity}
          >
            <Header className="ui-options-header">{t(messages.density)}</Header>
            <Choice id="comfortable" label={t(messages.comfortable)} />
            <Choice id="compact" label={t(messages.compact)} />
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Choice({ id, label }: { id: string; label: string }) {
  return (
    <MenuItem id={id} className="ui-option" textValue={label}>
      {label}
      <span className="ui-option-check">
        <Icon name="check" />
      </span>
    </MenuItem>
  )
}
