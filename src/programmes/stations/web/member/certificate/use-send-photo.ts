import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { uploadFile } from '#kernel/files/client.ts'
import { call } from '#platform/client/call.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Failure } from '#platform/failures.ts'
import { stations } from '../../../contract.ts'
import { askPosition } from '../device/position.ts'
import { presenceFor } from '../device/presence.ts'
import type { PhotoKind } from '../types.ts'
import type { TakenPhoto } from './take-photo.tsx'

type Challenge = OutputOf<typeof stations.photoChallenge>
export type SentPhoto = OutputOf<typeof stations.sendPhoto>

export type Sending =
  | { readonly kind: 'idle' | 'preparing' | 'locating' | 'judging' }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'failed'; readonly failure: Failure }

/**
 * A photo as evidence: the challenge is asked for while the camera opens, the position once the photo is there, so
 * that one tap is all that a keeper gives.
 */
export function useSendPhoto(code: string, what: PhotoKind, onSent: (sent: SentPhoto) => void) {
  const client = useQueryClient()
  const [state, setState] = useState<Sending>({ kind: 'idle' })
  const challenge = useRef<Promise<Challenge>>(null)
  const open = () => {
    challenge.current = call(stations.photoChallenge, { code, what })
    // Its failure is told where the photo is sent.
    challenge.current.catch(() => undefined)
  }
  const send = async ({ file, capturedAt }: TakenPhoto) => {
    try {
      setState({ kind: 'preparing' })
      const given = await (challenge.current ?? call(stations.photoChallenge, { code, what }))
      setState({ kind: 'locating' })
      const spot = await whereabouts(code)
      const onProgress = (percent: number) => setState({ kind: 'sending', percent })
      onProgress(0)
      const { fileId } = await uploadFile('station-evidence', file, { onProgress })
      setState({ kind: 'judging' })
      const photo = { code, what, challenge: given.challenge, fileId, capturedAt: capturedAt.toISOString() }
      const sent = await call(stations.sendPhoto, { ...photo, ...spot })
      setState({ kind: 'idle' })
      await client.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith('stations.'),
      })
      onSent(sent)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      setState({ kind: 'failed', failure: error })
    } finally {
      challenge.current = null
    }
  }
  return { state, open, send }
}

/** What shows that the phone is at the station: its position, and the plate where it was scanned. */
export async function whereabouts(code: string) {
  const position = await askPosition()
  const scan = presenceFor(code, new Date())
  return {
    ...(position.kind === 'known' && { position: { ...position.received, datum: 'WGS-84' as const } }),
    ...(scan.kind === 'valid' && { presence: scan.presence.presence }),
  }
}
