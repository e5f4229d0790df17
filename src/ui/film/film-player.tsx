import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Icon } from '#ui/pictures/icon.tsx'
import { FilmControls } from './film-controls.tsx'
import { filmTime } from './film-time.ts'
import { messages } from './messages.ts'
import { useFilm, type Film, type FilmControl } from './use-film.ts'
import './film.css'

export type FilmPlayerProps = {
  /** Served by range, so that a place in the middle opens without what lies before it. */
  src: string
  poster?: string | null
  /** Read aloud in place of the picture: 作品 12 号的视频. */
  label: string
  /** Pixels as shown, so that nothing jumps when the film comes; 16:9 unless said. */
  width?: number
  height?: number
  /** Known before the film is. */
  seconds?: number
  /** Beside the state: that this is the original, or a small copy. */
  children?: ReactNode
}

/**
 * A film with its controls below the picture, never over it: whoever judges sees all of it. Nothing plays by itself,
 * nothing is loaded before it is asked for but the poster.
 */
export function FilmPlayer({
  src,
  poster,
  label,
  width = 16,
  height = 9,
  seconds = 0,
  children,
}: FilmPlayerProps) {
  const t = useText()
  const { film, control, element, events } = useFilm(seconds)
  const frame = useRef<HTMLDivElement>(null)
  const keysId = useId()
  const fill = () => void fillScreen(frame.current, element)
  const isFresh = film.phase === 'still' && film.at === 0
  return (
    <div
      ref={frame}
      className="ui-film"
      role="group"
      aria-label={label}
      aria-describedby={keysId}
      onKeyDown={(event) => onKey(event, control, film, fill)}
    >
      <div className="ui-film-picture" style={{ aspectRatio: `${width} / ${height}` }}>
        {/* The rule asks for a track of words, which nobody has for what members hand in; the label says what it is. */}
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
        <video
          {...events}
          src={src}
          {...(poster && { poster })}
          preload={seconds > 0 ? 'none' : 'metadata'}
          playsInline
          aria-label={label}
          onClick={control.toggle}
        />
        {isFresh && (
          <button
            type="button"
            className="ui-film-start"
            aria-label={t(messages.play)}
            onClick={control.toggle}
          >
            <Icon name="play" />
          </button>
        )}
      </div>
      <FilmControls film={film} control={control} onFullScreen={fill} />
      <div className="ui-film-words">
        <p
          role="status"
          data-failed={film.phase === 'failed' || undefined}
          data-silent={isFresh || undefined}
        >
          {film.phase === 'failed' && <Icon name="warning" />} {stateOf(film, t)}
        </p>
        {film.phase === 'failed' && film.fault === 'line' && (
          <Button icon="refresh" onPress={control.toggle}>
            {t(messages.goOn)}
          </Button>
        )}
        {children}
        <p id={keysId} className="ui-film-keys">
          {t(messages.keys)}
        </p>
      </div>
    </div>
  )
}

function stateOf(film: Film, t: ReturnType<typeof useText>): string {
  if (film.phase !== 'failed') return film.phase === 'still' && film.at === 0 ? '' : t(messages[film.phase])
  return film.fault === 'format'
    ? t(messages.failedFormat)
    : t(messages.failedLine, { at: filmTime(film.at) })
}

/** The whole part, with its controls; an iPhone fills the screen with the picture alone. */
async function fillScreen(frame: HTMLElement | null, video: HTMLVideoElement | null): Promise<void> {
  if (document.fullscreenElement !== null) return document.exitFullscreen()
  if (frame?.requestFullscreen !== undefined) return frame.requestFullscreen()
  ;(video as { webkitEnterFullscreen?: () => void } | null)?.webkitEnterFullscreen?.()
}

function onKey(event: KeyboardEvent, control: FilmControl, { at }: Film, fill: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const steps: Record<string, number> = { ArrowLeft: -5, ArrowRight: 5, j: -10, l: 10 }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  // Space on a button is a press of that button.
  const isOnButton = event.target instanceof HTMLButtonElement
  if (key in steps) control.seek(at + steps[key]!)
  else if (key === 'k' || (key === ' ' && !isOnButton)) control.toggle()
  else if (key === 'm') control.mute()
  else if (key === 'f') fill()
  else return
  event.preventDefault()
}
