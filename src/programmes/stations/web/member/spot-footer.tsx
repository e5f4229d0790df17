import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { presenceFor } from './device/presence.ts'
import { CheckInResult } from './check-in-result.tsx'
import { stationMessages } from './station-messages.ts'
import { OnTheWay } from './on-the-way.tsx'
import type { StationDetail } from './types.ts'
import { useCheckIn } from './use-check-in.ts'
import { useSpot } from './use-spot.ts'

const ReportSheet = lazy(() => import('./report-sheet.tsx'))
const CheckInSheet = lazy(() => import('./check-in-sheet.tsx'))

type Sheet = 'check-in' | 'report' | null

/** Check in and report, under the thumb, with what became of them. */
export function SpotFooter({ station }: { station: StationDetail }) {
  const t = useText()
  const [sheet, setSheet] = useState<Sheet>(null)
  const spot = useSpot(station.code, station)
  const checkIn = useCheckIn(spot)
  // Whoever just scanned the plate has proved enough; everybody else is shown what is missing first.
  const pressCheckIn = () =>
    presenceFor(station.code, new Date()).kind === 'valid' ? checkIn.press() : setSheet('check-in')
  const close = () => setSheet(null)
  return (
    <>
      <OnTheWay stationCode={station.code} />
      <CheckInResult checkIn={checkIn} />
      <div className="stations-actions">
        <Button icon="warning" onPress={() => setSheet('report')}>
          {t(stationMessages.report)}
        </Button>
        {station.state === 'operating' && !checkIn.done && (
          <Button variant="primary" icon="check" isDisabled={checkIn.isPending} onPress={pressCheckIn}>
            {t(stationMessages.checkIn)}
          </Button>
        )}
      </div>
      <Suspense>
        {sheet === 'report' && <ReportSheet station={station} spot={spot} onClose={close} />}
        {sheet === 'check-in' && <CheckInSheet spot={spot} checkIn={checkIn} onClose={close} />}
      </Suspense>
    </>
  )
}
