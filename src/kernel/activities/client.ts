/** Web front door of kernel part `activities`: what takes place around a record of somebody else's. */
export { ActivitiesAbout } from './web/activities-about.tsx'
export { AnnounceAbout } from './web/staff/announce-about.tsx'
