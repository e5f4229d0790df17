/** Front door of kernel part `notifications`: tell somebody something, in the app and, if need be, by SMS. */
export { notify, notifyMany, type NewMessage, type Recipient } from './server/notify.ts'
export { notificationsModule } from './server/module.ts'
