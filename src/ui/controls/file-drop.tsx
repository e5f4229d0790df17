import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { DropItem } from 'react-aria-components/GridList'
import { Text } from 'react-aria-components/Text'
import { isFileDropItem } from 'react-aria-components/useDragAndDrop'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Icon } from '#ui/pictures/icon.tsx'
import { Button } from './button.tsx'

export type FileDropProps = {
  /** What is asked for: 站点名册. */
  label: string
  /** Kinds and limits, in words. */
  description?: string
  /** MIME types or endings: `['.xlsx', 'text/csv']`. */
  accept?: string[]
  isMultiple?: boolean
  /** Opens the camera on a phone. */
  fromCamera?: boolean
  onFiles: (files: File[]) => void
}

/** Files by button, by drag or by paste. What they hold is for the caller to judge, and to refuse in words. */
export function FileDrop({ label, description, accept, isMultiple, fromCamera, onFiles }: FileDropProps) {
  const t = useText()
  const take = (files: File[]) => {
    const taken = isMultiple ? files : files.slice(0, 1)
    if (taken.length > 0) onFiles(taken)
  }
  return (
    <DropZone className="ui-drop" onDrop={({ items }) => void filesOf(items).then(take)}>
      <Icon name={fromCamera ? 'camera' : 'upload'} />
      <Text slot="label" className="ui-label">
        {label}
      </Text>
      {description && <span className="ui-hint">{description}</span>}
      <span className="ui-row">
        <span className="ui-drop-words">{t(messages.dropHere)}</span>
        <FileTrigger
          allowsMultiple={isMultiple ?? false}
          {...(accept && { acceptedFileTypes: accept })}
          {...(fromCamera && { defaultCamera: 'environment' as const })}
          onSelect={(files) => take(files ? [...files] : [])}
        >
          <Button>{t(messages.chooseFile)}</Button>
        </FileTrigger>
      </span>
    </DropZone>
  )
}

function filesOf(items: DropItem[]): Promise<File[]> {
  return Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()))
}
