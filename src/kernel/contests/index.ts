/** Front door of kernel part `contests`: any contest as data, from the call for entries to a result that anybody can count again. */
export { contestsModule } from './server/module.ts'
