import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { AboutProps } from '../activities-about.tsx'
import { staffMessages } from '../staff-messages.ts'
import { ActivityDialog } from './activity-dialog.tsx'

/** At the desk of a record: announce an activity that belongs to it, of its own organisation. */
export function AnnounceAbout({
  about,
  organisationId,
  organisationName,
}: AboutProps & { organisationName: string }) {
  const t = useText()
  const [isMaking, setMaking] = useState(false)
  return (
    <Allowed permission="activities.run">
      <Button icon="calendar" onPress={() => setMaking(true)}>
        {t(staffMessages.announce)}
      </Button>
      {isMaking && (
        <ActivityDialog
          about={about}
          unitAtFirst={{ id: organisationId, name: organisationName }}
          onClose={() => setMaking(false)}
        />
      )}
    </Allowed>
  )
}
