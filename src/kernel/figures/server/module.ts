import { defineModule } from '#platform/module.ts'
import { figures } from '../contract.ts'
import { figurePermissions } from '../permissions.ts'
import { approvePublication } from './approve-publication.ts'
import { auditRecords } from './audit-records.ts'
import { exportFigure, exportRecords } from './export-figure.ts'
import { figureRecords } from './figure-records.ts'
import { getFigure } from './get-figure.ts'
import { holdings } from './holdings.ts'
import { listFigures } from './list-figures.ts'
import { compareDistricts } from './open-data/compare-districts.ts'
import { openFigure } from './open-data/open-figure.ts'
import { openCatalogueCsv, openFigureCsv } from './open-data/open-files.ts'
import { listProposals, waitingProposals } from './list-proposals.ts'
import {
  alreadyDecided,
  declineProposal,
  ownProposal,
  proposePublication,
  withdrawProposal,
} from './proposals.ts'
import { getPublication, listPublications } from './published.ts'
import { verify } from './verify.ts'

export const figuresModule = defineModule({
  name: 'figures',
  title: { zh: '公开报告', en: 'Public report' },
  folder: new URL('../', import.meta.url),
  operations: figures,
  permissions: figurePermissions,
  handlers: {
    listFigures,
    getFigure,
    figureRecords,
    auditRecords,
    exportFigure,
    exportRecords,
    openFigure,
    openFigureCsv,
    openCatalogueCsv,
    compareDistricts,
    proposePublication,
    withdrawProposal,
    declineProposal,
    approvePublication,
    listProposals,
    listPublications,
    getPublication,
    verify,
  },
  refusals: { decision_by_another: ownProposal, decision_once: alreadyDecided },
  workList: waitingProposals,
  holdings,
  personColumns: [
    { table: 'figures.proposal', bk: 'proposed_by_bk', id: 'proposed_by_id' },
    { table: 'figures.decision', bk: 'decided_by_bk', id: 'decided_by_id' },
  ],
})
