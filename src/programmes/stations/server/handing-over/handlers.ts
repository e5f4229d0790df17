import { answerHandover } from './answer-handover.ts'
import { listHandovers } from './list-handovers.ts'
import { offerHandover } from './offer-handover.ts'

export const handoverHandlers = { offerHandover, answerHandover, listHandovers }
