import { useState, type ComponentProps } from 'react'

/** `waiting`: wants to play and the line does not keep up. */
export type FilmPhase = 'still' | 'playing' | 'waiting' | 'ended' | 'failed'

export type Film = {
  readonly phase: FilmPhase
  /** Why it failed: the line broke, or this device cannot show such a film. */
  readonly fault: 'line' | 'format'
  readonly at: number
  /** 0 until the film's first bytes are here and nobody said it before. */
  readonly seconds: number
  readonly isMuted: boolean
  readonly rate: number
}

export type FilmControl = {
  /** Plays or pauses; from the end it begins anew, after a fault it goes on where it was. */
  toggle(): void
  /** Goes to this second, or as near as there is one. */
  seek(seconds: number): void
  mute(): void
  setRate(rate: number): void
}

const START: Film = { phase: 'still', fault: 'line', at: 0, seconds: 0, isMuted: false, rate: 1 }

/** A film's state as its element tells it, and what a person may do with it. Time is in seconds. */
export function useFilm(knownSeconds: number): {
  film: Film
  control: FilmControl
  element: HTMLVideoElement | null
  events: ComponentProps<'video'>
} {
  const [element, setElement] = useState<HTMLVideoElement | null>(null)
  const [film, setFilm] = useState<Film>({ ...START, seconds: knownSeconds })
  const change = (part: Partial<Film>) => setFilm((before) => ({ ...before, ...part }))
  const control = controlOf(element, film)
  const events: ComponentProps<'video'> = {
    ref: setElement,
    onPlay: () => change({ phase: 'waiting' }),
    onPlaying: () => change({ phase: 'playing' }),
    onWaiting: () => change({ phase: 'waiting' }),
    onPause: ({ currentTarget: { ended } }) => change({ phase: ended ? 'ended' : 'still' }),
    onEnded: () => change({ phase: 'ended' }),
    onTimeUpdate: ({ currentTarget: { currentTime } }) => change({ at: currentTime }),
    onDurationChange: ({ currentTarget: { duration } }) =>
      Number.isFinite(duration) && change({ seconds: duration }),
    onVolumeChange: ({ currentTarget: { muted } }) => change({ isMuted: muted }),
    onRateChange: ({ currentTarget: { playbackRate } }) => change({ rate: playbackRate }),
    onError: ({ currentTarget: { error } }) => change({ phase: 'failed', fault: faultOf(error) }),
  }
  return { film, control, element, events }
}

function controlOf(video: HTMLVideoElement | null, { phase, at, seconds }: Film): FilmControl {
  const play = () => {
    if (video === null) return
    if (phase === 'failed') {
      video.load()
      video.currentTime = at
    }
    // Refused where the browser wants a touch first, or the film failed meanwhile: both are told by events.
    video.play().catch(() => undefined)
  }
  return {
    toggle: () => (phase === 'playing' || phase === 'waiting' ? video?.pause() : play()),
    seek: (wanted) => {
      if (video !== null) video.currentTime = Math.min(Math.max(0, wanted), seconds)
    },
    mute: () => {
      if (video !== null) video.muted = !video.muted
    },
    setRate: (rate) => {
      if (video !== null) video.playbackRate = rate
    },
  }
}

/** A browser says "not supported" of an address that answers with a page, too; only a decoder's word is sure. */
const faultOf = (error: MediaError | null): Film['fault'] =>
  error?.code === MediaError.MEDIA_ERR_DECODE || error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED
    ? 'format'
    : 'line'
