import { IconButton } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { formMessages } from './messages.ts'

type LineActionsProps<T> = {
  readonly list: readonly T[]
  readonly index: number
  /** Read aloud with the buttons. */
  readonly what: string
  readonly onChange: (list: T[]) => void
}

/** Up and away, for a line of a list that keeps at least one. */
export function LineActions<T>({ list, index, what, onChange }: LineActionsProps<T>) {
  const t = useText()
  const up = () => onChange(list.with(index - 1, list[index]!).with(index, list[index - 1]!))
  return (
    <span className="contest-line-actions">
      {index > 0 && <IconButton icon="arrow-up" label={t(formMessages.moveUp, { what })} onPress={up} />}
      {list.length > 1 && (
        <IconButton
          icon="trash"
          label={t(formMessages.remove, { what })}
          onPress={() => onChange(list.toSpliced(index, 1))}
        />
      )}
    </span>
  )
}
