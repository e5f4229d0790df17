import type { ReactNode } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ColumnsMenu } from './columns-menu.tsx'
import { messages } from './messages.ts'
import { SavedViewsMenu } from './saved-views-menu.tsx'
import type { DataColumn, SavedViews, TableView } from './table-types.ts'

export type TableToolbarProps<Row> = {
  columns: DataColumn<Row>[]
  view: TableView
  onViewChange: (view: TableView) => void
  savedViews?: SavedViews
  selectedCount: number
  onClearSelection: () => void
  onCopy: () => void
  bulkActions?: ReactNode
}

/** Left what can be done with the selected rows, right how the table looks. */
export function TableToolbar<Row>(props: TableToolbarProps<Row>) {
  const t = useText()
  return (
    <div className="ui-table-toolbar">
      <div className="ui-row" role="status">
        {props.selectedCount > 0 && <span>{t(messages.selected, { count: props.selectedCount })}</span>}
      </div>
      {props.selectedCount > 0 && (
        <div className="ui-row">
          {props.bulkActions}
          <Button icon="copy" onPress={props.onCopy}>
            {t(messages.copy)}
          </Button>
          <Button variant="quiet" onPress={props.onClearSelection}>
            {t(messages.clearSelection)}
          </Button>
        </div>
      )}
      <div className="ui-row ui-table-settings">
        {props.savedViews && <SavedViewsMenu {...props.savedViews} view={props.view} />}
        <ColumnsMenu columns={props.columns} view={props.view} onViewChange={props.onViewChange} />
      </div>
    </div>
  )
}
