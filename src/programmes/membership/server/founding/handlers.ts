import { applyToFound, refileFounding } from './apply.ts'
import { approveFounding, registerUnion, returnFounding } from './decide.ts'
import { dossierFile } from './dossier/dossier-file.ts'
import { listLevelsAbove } from './levels-above.ts'
import { getFounding, listFoundings, myFoundings } from './queries.ts'
import { reportElection } from './report-election.ts'
import { addFoundingMembers, removeFoundingMember } from './roll.ts'

export const foundingHandlers = {
  listLevelsAbove,
  applyToFound,
  refileFounding,
  addFoundingMembers,
  removeFoundingMember,
  reportElection,
  myFoundings,
  getFounding,
  listFoundings,
  approveFounding,
  returnFounding,
  registerUnion,
  dossierFile,
}
