import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { Drawer } from '#ui/controls/drawer.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stationMessages } from './station-messages.ts'

const WORDS_MAX = 300

type ReopenDialogProps = { isPending: boolean; onClose: () => void; onSend: (words: string) => void }

export function ReopenDialog({ isPending, onClose, onSend }: ReopenDialogProps) {
  const t = useText()
  const [words, setWords] = useState('')
  return (
    <Drawer
      title={t(stationMessages.reopenTitle)}
      side="bottom"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <div className="stations-sheet">
        <TextArea
          label={t(stationMessages.otherWords)}
          description={t(stationMessages.wordsHint)}
          isOptional
          rows={3}
          maxLength={WORDS_MAX}
          value={words}
          onChange={setWords}
        />
        <Button variant="primary" wide isDisabled={isPending} onPress={() => onSend(words.trim())}>
          {t(stationMessages.reopenSend)}
        </Button>
      </div>
    </Drawer>
  )
}
