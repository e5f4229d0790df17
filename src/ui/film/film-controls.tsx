import { IconButton, Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { filmTime } from './film-time.ts'
import { messages } from './messages.ts'
import type { Film, FilmControl } from './use-film.ts'

const RATES = [1, 1.25, 1.5, 2]

type FilmControlsProps = { film: Film; control: FilmControl; onFullScreen: () => void }

/** The bar below the picture: play, where in the film, sound, speed, full screen. */
export function FilmControls({ film, control, onFullScreen }: FilmControlsProps) {
  const t = useText()
  const { phase, at, seconds, isMuted, rate } = film
  const isGoing = phase === 'playing' || phase === 'waiting'
  const what = isGoing ? messages.pause : phase === 'ended' ? messages.again : messages.play
  const [said, whole] = [filmTime(at), filmTime(seconds)]
  return (
    <div className="ui-film-controls">
      <IconButton icon={isGoing ? 'pause' : 'play'} label={t(what)} onPress={control.toggle} />
      <span className="ui-film-place">
        <input
          type="range"
          className="ui-film-slider"
          aria-label={t(messages.place)}
          aria-valuetext={t(messages.placeOf, { at: said, whole })}
          min={0}
          max={Math.max(seconds, 0.1)}
          step={0.1}
          value={Math.min(at, seconds)}
          style={{ '--share': `${seconds > 0 ? (100 * Math.min(at, seconds)) / seconds : 0}%` } as object}
          onChange={({ target }) => control.seek(Number(target.value))}
        />
        <span className="ui-film-time" aria-hidden>
          {said} / {whole}
        </span>
      </span>
      <span className="ui-film-buttons">
        <IconButton icon="back-ten" label={t(messages.back)} onPress={() => control.seek(at - 10)} />
        <IconButton icon="forward-ten" label={t(messages.forward)} onPress={() => control.seek(at + 10)} />
        <Button
          variant="quiet"
          aria-label={t(messages.rate, { rate: String(rate) })}
          onPress={() => control.setRate(RATES[(RATES.indexOf(rate) + 1) % RATES.length]!)}
        >
          <span className="ui-film-rate">{rate}×</span>
        </Button>
        <IconButton
          icon={isMuted ? 'sound-off' : 'sound'}
          label={t(isMuted ? messages.unmute : messages.mute)}
          onPress={control.mute}
        />
        <IconButton icon="full-screen" label={t(messages.fullScreen)} onPress={onFullScreen} />
      </span>
    </div>
  )
}
