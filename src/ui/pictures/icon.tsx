import { iconPaths, type IconName } from './icon-paths.ts'

export type { IconName }

export type IconProps = {
  name: IconName
  /** Only for an icon that stands alone; beside a word it is decoration and stays silent. */
  label?: string
}

/** A stroke icon in the colour and near the size of the text around it. */
export function Icon({ name, label }: IconProps) {
  const access = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className="ui-icon" viewBox="0 0 24 24" {...access}>
      <path
        d={iconPaths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
