import { conflict } from '#platform/failures.ts'
import { defineModule } from '#platform/module.ts'
import { people } from '../contract.ts'
import { peoplePermissions } from '../permissions.ts'
import { giveConsent, withdrawConsent } from './consents.ts'
import { comparePeople } from './compare-people.ts'
import { correctPerson } from './correct-person.ts'
import { decideRequest } from './decide-request.ts'
import { demo } from './demo.ts'
import { peopleHoldings } from './holdings.ts'
import { listDuplicates, listMerges } from './list-duplicates.ts'
import { listPeople, lookUpPerson } from './list-people.ts'
import { listRequests, workList } from './list-requests.ts'
import { mergePeople } from './merge-people.ts'
import { requestCorrection, requestDeletion } from './requests.ts'
import { keepPeopleApart, unmergePeople } from './unmerge-people.ts'
import { myRecords, revealIdentity, showPerson } from './show-person.ts'

export const peopleModule = defineModule({
  name: 'people',
  title: { zh: '人员', en: 'People' },
  operations: people,
  handlers: {
    listPeople,
    lookUpPerson,
    getPerson: showPerson,
    revealIdentity,
    correctPerson,
    mergePeople,
    unmergePeople,
    comparePeople,
    listDuplicates,
    keepPeopleApart,
    listMerges,
    myRecords,
    giveConsent,
    withdrawConsent,
    requestCorrection,
    requestDeletion,
    listRequests,
    decideRequest,
  },
  permissions: peoplePermissions,
  folder: new URL('../', import.meta.url),
  refusals: {
    person_link_pkey: () =>
      conflict('person-replaced', {
        zh: '这条人员记录已被另一条取代。',
        en: 'Another row stands for this person already.',
      }),
    request_one_deletion: () =>
      conflict('deletion-asked', {
        zh: '您已有一件删除申请在办理。',
        en: 'A request of yours for deletion is open already.',
      }),
  },
  demo,
  workList,
  holdings: peopleHoldings,
  personColumns: [
    { table: 'people.person_link', bk: 'survivor_bk', id: 'survivor_id' },
    { table: 'people.person_link_undone', bk: 'survivor_bk', id: 'survivor_id' },
    { table: 'people.person_apart', bk: 'other_bk', id: 'other_id' },
    { table: 'people.request', bk: 'decided_by_bk', id: 'decided_by_id' },
  ],
})
