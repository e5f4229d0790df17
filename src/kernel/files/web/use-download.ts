import { useRef, useState } from 'react'
import { call } from '#platform/client/call.ts'
import type { InputOf, Operation } from '#platform/contract.ts'
import { Failure } from '#platform/failures.ts'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'

/** Fetches a file that takes time to make: whether it is being made, why not, and a way to give it up. */
export function useDownload<P extends Operation>(operation: P) {
  const t = useText()
  const toast = useToast()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isPending, setPending] = useState(false)
  const running = useRef<AbortController | null>(null)
  const start = async (input: InputOf<P>, fileName: string): Promise<boolean> => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setFailure(null)
    setPending(true)
    try {
      saveAs((await call(operation, input, { signal: controller.signal })) as Blob, fileName)
      toast({ text: t(messages.fileReady, { name: fileName }), icon: 'download' })
      return true
    } catch (error) {
      if (error instanceof Failure) setFailure(error)
      else if (!controller.signal.aborted) throw error
      return false
    } finally {
      if (running.current === controller) setPending(false)
    }
  }
  return { start, isPending, failure, cancel: () => running.current?.abort() }
}

/** Hands a file that stands in memory to the browser's downloads. */
export function saveAs(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = fileName
  // Outside the document, a browser may forget the file's name.
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
  // Some browsers read the address only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
