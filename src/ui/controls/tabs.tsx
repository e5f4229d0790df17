import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'

export type TabPage = { id: string; label: string; content: ReactNode; isDisabled?: boolean }

export type TabsProps = {
  label: string
  pages: TabPage[]
  selectedId?: string
  onSelect?: (id: string) => void
}

/** Parts of one record, one seen at a time. Only the chosen part is drawn. */
export function Tabs({ label, pages, selectedId, onSelect }: TabsProps) {
  return (
    <AriaTabs
      {...(selectedId !== undefined && { selectedKey: selectedId })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList className="ui-tablist" aria-label={label}>
        {pages.map(({ id, label: name, isDisabled = false }) => (
          <Tab key={id} id={id} className="ui-tab" isDisabled={isDisabled}>
            {name}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="ui-tabpanel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
