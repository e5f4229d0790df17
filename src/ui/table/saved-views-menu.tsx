import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Menu, type MenuEntry } from '#ui/controls/menu.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import type { SavedViews, TableView } from './table-types.ts'

type SavedViewsMenuProps = SavedViews & { view: TableView }

/** Opens, saves and deletes the person's own views of this table. */
export function SavedViewsMenu({ views, activeId, view, onOpen, onSave, onDelete }: SavedViewsMenuProps) {
  const t = useText()
  const [isNaming, setNaming] = useState(false)
  const active = views.find(({ id }) => id === activeId)
  const entries: MenuEntry[] = [
    ...views.map((saved) => ({ id: saved.id, label: saved.name, onAction: () => onOpen(saved) })),
    { id: '+', label: t(messages.saveView), icon: 'plus', onAction: () => setNaming(true) },
  ]
  if (active) {
    const label = t(messages.deleteView, { name: active.name })
    entries.push({ id: '-', label, icon: 'trash', isDanger: true, onAction: () => onDelete(active.id) })
  }
  return (
    <>
      <Menu
        label={t(messages.views)}
        trigger={
          <Button variant="quiet" icon="eye">
            {active?.name ?? t(messages.views)}
          </Button>
        }
        entries={entries}
      />
      <Dialog title={t(messages.saveView)} isOpen={isNaming} onOpenChange={setNaming}>
        <ViewName
          onSave={(name) => {
            onSave(name, view)
            setNaming(false)
          }}
        />
      </Dialog>
    </>
  )
}

function ViewName({ onSave }: { onSave: (name: string) => void }) {
  const t = useText()
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const lacksName = name.trim() === ''
  return (
    <form
      className="ui-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (lacksName) setTried(true)
        else onSave(name.trim())
      }}
    >
      <TextField
        label={t(messages.viewName)}
        value={name}
        onChange={setName}
        autoFocus
        {...(isTried && lacksName && { errorMessage: t(messages.viewNameMissing) })}
      />
      <div className="ui-dialog-actions">
        <Button type="submit" variant="primary">
          {t(messages.save)}
        </Button>
      </div>
    </form>
  )
}
