import { getOrganisation } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import { findInstallation } from '#platform/installation.ts'
import { documentsAbout } from '../../document-numbers.ts'
import type { FoundingRow } from '../find-founding.ts'
import { foundingSubject } from '../procedure.ts'
import { latestElection } from '../report-election.ts'
import { rollOf } from '../roll.ts'

export type DossierFacts = Awaited<ReturnType<typeof dossierFacts>>

/** What the papers are made of: records, so that a paper says what the register says. */
export async function dossierFacts(ctx: Context, founding: FoundingRow) {
  const papers = await documentsAbout(ctx, [foundingSubject(founding.id)])
  return {
    founding,
    application: founding.content,
    levelAbove: (await getOrganisation(ctx, founding.level_above_id)).name,
    election: await latestElection(ctx, founding.id),
    rollCount: (await rollOf(ctx, founding.id)).length,
    preparation: papers.find(({ kind }) => kind === 'preparation'),
    electionReply: papers.find(({ kind }) => kind === 'election'),
    mark: (await findInstallation(ctx.db))?.kind === 'demo' ? { mark: '演示数据，均为虚构' } : {},
  }
}
