import { useRef, useState } from 'react'
import { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { FileDrop, type FileDropProps } from '#ui/controls/file-drop.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { UploadedFile } from '../contract.ts'
import { messages } from './messages.ts'
import { uploadFile } from './upload-file.ts'

type FileUploadProps = Omit<FileDropProps, 'onFiles' | 'isMultiple'> & {
  /** As a module names it in its manifest. */
  purpose: string
  /** The file is there, and its content was accepted. */
  onReady: (uploaded: UploadedFile & { readonly fileId: string }) => void
}

type State =
  | { kind: 'waiting' }
  | { kind: 'sending'; file: File; percent: number }
  | { kind: 'failed'; file: File; failure: Failure }

/** One file: chosen, uploaded over whatever line there is, judged, and handed on. A refusal says what would do. */
export function FileUpload({ purpose, onReady, ...drop }: FileUploadProps) {
  const t = useText()
  const [state, setState] = useState<State>({ kind: 'waiting' })
  const stop = useRef<AbortController>(null)
  const send = async (file: File) => {
    stop.current = new AbortController()
    const onProgress = (percent: number) => setState({ kind: 'sending', file, percent })
    onProgress(0)
    try {
      const uploaded = await uploadFile(purpose, file, { onProgress, signal: stop.current.signal })
      setState({ kind: 'waiting' })
      onReady(uploaded)
    } catch (error) {
      if (stop.current.signal.aborted) return setState({ kind: 'waiting' })
      if (!(error instanceof Failure)) throw error
      setState({ kind: 'failed', file, failure: error })
    }
  }
  if (state.kind === 'sending') {
    const said = state.percent < 100 ? messages.uploading : messages.judging
    return (
      <div className="ui-stack">
        <ProgressBar label={t(said, { name: state.file.name })} percent={state.percent} />
        <span className="ui-row">
          <Button onPress={() => stop.current?.abort()}>{t(messages.stop)}</Button>
        </span>
      </div>
    )
  }
  return (
    <div className="ui-stack">
      {state.kind === 'failed' && <Refusal failure={state.failure} onRetry={() => void send(state.file)} />}
      <FileDrop {...drop} onFiles={([file]) => file !== undefined && void send(file)} />
    </div>
  )
}

function Refusal({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const t = useText()
  const accepted = failure.problems[0]?.accepted
  return (
    <div role="alert" className="ui-error-summary ui-stack">
      <p>{t(failure.text)}</p>
      {accepted && <p>{t(messages.accepted, { accepted: t(accepted) })}</p>}
      {/* The same bytes are refused the same way; only a broken line is worth another try. */}
      {failure.code === 'offline' && (
        <span className="ui-row">
          <Button icon="refresh" onPress={onRetry}>
            {t(messages.again)}
          </Button>
        </span>
      )}
    </div>
  )
}
