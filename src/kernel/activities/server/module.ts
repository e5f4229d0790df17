import { defineModule } from '#platform/module.ts'
import { activities } from '../contract.ts'
import { activityPermissions } from '../permissions.ts'
import { checkInAtDesk, checkInByCode, findByCode, takeBackCheckIn } from './check-in.ts'
import { loadDemo } from './demo.ts'
import { forget, holdings, merging, personColumns } from './personal-data.ts'
import { activityPoster } from './poster.ts'
import { getActivity, listActivities, listMySignUps, listStaffActivities } from './queries.ts'
import { refusals } from './refusals.ts'
import { signUp, withdrawSignUp } from './sign-up.ts'
import { exportSignUps, listSignUps } from './sign-ups.ts'
import { cancelActivity, createActivity, editActivity } from './write-activity.ts'

export const activitiesModule = defineModule({
  name: 'activities',
  title: { zh: '活动', en: 'Activities' },
  folder: new URL('../', import.meta.url),
  operations: activities,
  permissions: activityPermissions,
  handlers: {
    createActivity,
    editActivity,
    cancelActivity,
    listActivities,
    getActivity,
    signUp,
    withdrawSignUp,
    listMySignUps,
    findByCode,
    checkInByCode,
    listStaffActivities,
    listSignUps,
    checkInAtDesk,
    takeBackCheckIn,
    activityPoster,
    exportSignUps,
  },
  refusals,
  holdings,
  forget,
  merging,
  personColumns,
  demo: loadDemo,
})
