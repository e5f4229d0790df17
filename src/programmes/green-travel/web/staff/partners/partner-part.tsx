import type { ReactNode } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'

type PartnerPartProps = {
  readonly title: string
  readonly addLabel: string
  readonly onAdd: () => void
  readonly children: ReactNode
}

/** A list of what one company has, with the way to add to it. */
export function PartnerPart({ title, addLabel, onAdd, children }: PartnerPartProps) {
  return (
    <div className="ui-stack">
      <header className="ui-card-head">
        <h3>{title}</h3>
        <Allowed permission="green-travel.run">
          <Button onPress={onAdd}>{addLabel}</Button>
        </Allowed>
      </header>
      {children}
    </div>
  )
}
