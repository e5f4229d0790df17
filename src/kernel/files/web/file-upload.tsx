import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { Button } from '#ui/controls/button.tsx'
import { FileDrop, type FileDropProps } from '#ui/controls/file-drop.tsx'
import { ProgressBar } from '#ui/controls/progress-bar.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { UploadedFile } from '../contract.ts'
import { messages } from './messages.ts'
import { uploadFile } from './upload-file.ts'
import { UploadRefused } from './upload-refused.tsx'
import { megabytesOf } from './megabytes-of.ts'

type FileUploadProps = Omit<FileDropProps, 'onFiles' | 'isMultiple'> & {
  /** As a module names it in its manifest. */
  purpose: string
  /** Less than the purpose allows: what is larger is refused before a byte is sent. */
  maxBytes?: number
  /**
   * The file is there, and its content was accepted. What is awaited here is shown as checking; a Failure that is thrown
   * is shown as the refusal of this file.
   */
  onReady: (uploaded: UploadedFile & { readonly fileId: string }, file: File) => void | Promise<void>
}

type State =
  | { kind: 'waiting' }
  | { kind: 'sending' | 'paused'; file: File; percent: number }
  | { kind: 'failed'; file: File; failure: Failure }

/**
 * One file: chosen, uploaded over whatever line there is, judged, and handed on. It can be paused, and goes on where it
 * stopped; when the line comes back it goes on by itself. A refusal says what would do.
 */
export function FileUpload({ purpose, maxBytes, onReady, ...drop }: FileUploadProps) {
  const t = useText()
  const [state, setState] = useState<State>({ kind: 'waiting' })
  const stop = useRef<AbortController>(null)
  const send = async (file: File, from = 0) => {
    const refused = sizeRefused(file, maxBytes)
    if (refused !== undefined) return setState({ kind: 'failed', file, failure: refused })
    const control = new AbortController()
    stop.current = control
    const onProgress = (percent: number) =>
      control.signal.aborted || setState({ kind: 'sending', file, percent })
    onProgress(from)
    try {
      const uploaded = await uploadFile(purpose, file, { onProgress, signal: control.signal })
      await onReady(uploaded, file)
      setState({ kind: 'waiting' })
    } catch (error) {
      if (control.signal.aborted) return
      if (!(error instanceof Failure)) throw error
      setState({ kind: 'failed', file, failure: error })
    }
  }
  const isOffline = state.kind === 'failed' && state.failure.code === 'offline'
  useOnline(() => isOffline && void send(state.file))
  useStayWhile(state.kind === 'sending')
  const leaveOff = (next: State) => {
    stop.current?.abort()
    setState(next)
  }
  if (state.kind === 'sending' || state.kind === 'paused') {
    const { file, percent } = state
    const isPaused = state.kind === 'paused'
    const said = isPaused ? messages.paused : percent < 100 ? messages.uploading : messages.judging
    return (
      <div className="ui-stack">
        <ProgressBar
          label={t(said, { name: file.name })}
          percent={percent}
          valueText={t(messages.sent, { percent, whole: megabytesOf(file.size) })}
        />
        <span className="ui-row">
          {isPaused ? (
            <Button icon="play" onPress={() => void send(file, percent)}>
              {t(messages.goOn)}
            </Button>
          ) : (
            percent < 100 && (
              <Button icon="pause" onPress={() => leaveOff({ kind: 'paused', file, percent })}>
                {t(messages.pause)}
              </Button>
            )
          )}
          <Button variant="quiet" onPress={() => leaveOff({ kind: 'waiting' })}>
            {t(messages.stop)}
          </Button>
        </span>
      </div>
    )
  }
  return (
    <div className="ui-stack">
      {state.kind === 'failed' && (
        <UploadRefused failure={state.failure} onRetry={() => void send(state.file)} />
      )}
      <FileDrop {...drop} onFiles={([file]) => file !== undefined && void send(file)} />
    </div>
  )
}

/** What no sending would mend: an empty file, as phones make of a film that lies in the cloud, and one that is too large. */
function sizeRefused(file: File, maxBytes = Number.POSITIVE_INFINITY): Failure | undefined {
  if (file.size === 0) return new Failure(422, 'file-empty', fill(messages.empty, { name: file.name }))
  if (file.size <= maxBytes) return undefined
  const reason = fill(messages.tooLarge, { name: file.name, size: megabytesOf(file.size, Math.ceil) })
  const accepted = fill(messages.atMost, { size: megabytesOf(maxBytes) })
  return new Failure(422, 'file-too-large', reason, [
    { field: 'file', code: 'file-too-large', reason, accepted },
  ])
}

/** In both languages at once, as a refusal of the server comes. */
const fill = ({ zh, en }: Text, values: Readonly<Record<string, string>>): Text => {
  const put = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return { zh: put(zh), en: put(en) }
}

function useOnline(goOn: () => void): void {
  const again = useEffectEvent(goOn)
  useEffect(() => {
    const listen = () => again()
    addEventListener('online', listen)
    return () => removeEventListener('online', listen)
  }, [])
}

/** The browser asks before it leaves a page that is still sending. */
function useStayWhile(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return undefined
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isSending])
}
