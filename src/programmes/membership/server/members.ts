import { conflict } from '#platform/failures.ts'
import { printCard, carryCard, verifyCard } from './card/show-card.ts'
import { FOLD_MEMBERS, foldMembers } from './figures/fold-members.ts'
import { rollFigures } from './figures/roll-figures.ts'
import { applyToJoin, sendApplicationAgain } from './joining/apply.ts'
import { decideApplication, revealApplicant } from './joining/decide-application.ts'
import { getApplication } from './joining/get-application.ts'
import { issueJoinCode, listJoinPlaces } from './joining/join-codes.ts'
import { joinPoster } from './joining/join-poster.ts'
import { myJoining } from './joining/my-joining.ts'
import { findUnions, joinPlace } from './joining/places.ts'
import { reviewedJoining } from './joining/reviewed.ts'
import { listApplications } from './joining/staff-applications.ts'
import { tidyApplications } from './joining/tidy-applications.ts'
import { demo } from './members-demo.ts'
import { forget, holdings, personColumns } from './members-personal.ts'
import type { Part } from './part.ts'
import { closeHearings } from './standing/close-hearings.ts'
import { endingOpen, reviewedExpulsion, reviewedLeaving } from './standing/endings.ts'
import { getMember, mySituation } from './standing/members.ts'
import { askToLeave, proposeExpulsion } from './standing/open-ending.ts'
import { resumeMember, retainMember } from './standing/retain.ts'
import { askTransfer, cancelTransfer } from './transfers/ask-transfer.ts'
import { transferCertificate } from './transfers/certificate.ts'
import { decideTransfer } from './transfers/decide-transfer.ts'
import { transferOpen } from './transfers/open-transfer.ts'
import { acceptanceProcedure, releaseProcedure } from './transfers/procedures.ts'
import { getTransfer, listTransfers, myTransfer } from './transfers/show-transfers.ts'

/** How people join, move, stay and leave, and the card that they carry. */
export const membersPart = {
  handlers: {
    joinPlace,
    findUnions,
    myJoining,
    applyToJoin,
    sendApplicationAgain,
    listApplications,
    getApplication,
    revealApplicant,
    decideApplication,
    listJoinPlaces,
    issueJoinCode,
    joinPoster,
    myTransfer,
    askTransfer,
    cancelTransfer,
    listTransfers,
    getTransfer,
    decideTransfer,
    transferCertificate,
    mySituation,
    askToLeave,
    getMember,
    retainMember,
    resumeMember,
    proposeExpulsion,
    carryCard,
    verifyCard,
    printCard,
  },
  procedures: [
    reviewedJoining,
    { procedure: releaseProcedure },
    { procedure: acceptanceProcedure },
    reviewedLeaving,
    reviewedExpulsion,
  ],
  figures: rollFigures,
  jobs: [
    { name: 'tidy-applications', everySeconds: 21_600, run: tidyApplications },
    { name: 'close-hearings', everySeconds: 21_600, run: closeHearings },
    { name: FOLD_MEMBERS, everySeconds: 1_800, run: foldMembers },
  ],
  refusals: {
    application_one_open: () =>
      conflict('application-open', {
        zh: '您已有一份入会申请在办理。可以先撤回，再申请另一家。',
        en: 'An application of yours is under way. Take it back to apply elsewhere.',
      }),
    transfer_one_open: transferOpen,
    ending_one_open: endingOpen,
  },
  holdings,
  forget,
  personColumns,
  demo,
} satisfies Part
