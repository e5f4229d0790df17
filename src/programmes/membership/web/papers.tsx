import { useDownload } from '#kernel/files/client.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../contract.ts'
import { messages } from './member-unions/messages.ts'
import { paperWords } from './union-words.ts'

type Founding = OutputOf<typeof membership.getFounding>

/** The papers that can be made now, each for Word and as PDF, with the numbers that were issued. */
export function Papers({ founding }: { founding: Founding }) {
  const t = useText()
  const download = useDownload(membership.dossierFile)
  if (founding.dossier.length === 0) return <p>{t(messages.noPapers)}</p>
  const start = (document: Founding['dossier'][number], format: 'docx' | 'pdf') =>
    void download.start(
      { id: founding.id, document, format },
      `${founding.unionName}-${paperWords[document].zh}.${format}`,
    )
  return (
    <div className="ui-stack">
      <p className="ui-hint">{t(messages.papersHint)}</p>
      <ul className="unions-papers">
        {founding.dossier.map((document) => (
          <li key={document}>
            <span>
              {t(paperWords[document])} <span className="ui-hint">{numberOf(founding, document)}</span>
            </span>
            <span className="ui-row">
              <Button
                icon="download"
                aria-label={`${t(paperWords[document])} ${t(messages.word)}`}
                isDisabled={download.isPending}
                onPress={() => start(document, 'docx')}
              >
                {t(messages.word)}
              </Button>
              <Button
                icon="download"
                aria-label={`${t(paperWords[document])} ${t(messages.pdf)}`}
                isDisabled={download.isPending}
                onPress={() => start(document, 'pdf')}
              >
                {t(messages.pdf)}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {download.failure && <p role="alert">{t(download.failure.text)}</p>}
    </div>
  )
}

function numberOf({ documents }: Founding, document: Founding['dossier'][number]): string {
  const kind =
    document === 'preparation-reply' ? 'preparation' : document === 'election-reply' ? 'election' : undefined
  return documents.find((paper) => paper.kind === kind)?.number ?? ''
}
