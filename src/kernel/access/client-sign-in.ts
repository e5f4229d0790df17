/** Beside the web front door, since the first pages do without it: what a page shows before somebody has signed in. */
export { SignInFirst } from './web/sign-in-first.tsx'
