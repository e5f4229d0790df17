/** Web front door of kernel part `notifications`: how many messages are unread, for a badge beside a menu. */
export { useUnreadCount } from './web/use-unread-count.ts'
