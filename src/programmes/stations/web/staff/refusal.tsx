export { RefusalNote as Refusal } from '#ui/states/refusal-note.tsx'
