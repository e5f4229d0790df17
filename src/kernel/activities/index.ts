/** Front door of kernel part `activities`: something takes place, people sign up for it, wait for a seat, and come. */
export { activitiesModule } from './server/module.ts'
