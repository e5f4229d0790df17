import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '../../contract.ts'

const ASKED_EVERY_SECONDS = 300

/** All stations, as the service worker keeps them for when there is no network. */
export const useStations = (isWanted = true) =>
  useAnswer(stations.mapStations, {}, { enabled: isWanted, everySeconds: ASKED_EVERY_SECONDS })
