import type { Role } from '../../client/types'
import { useWords } from '../../i18n'

const OWNERS: Record<string, Role> = { 'county-office': 'CountyOffice', 'county-director': 'CountyDirector', 'committee-office': 'CommitteeOffice', 'committee-director': 'CommitteeDirector' }

/** Who is told, in words: "inspector/督学-330521-01", "county/330521", "county-director/330521" or the unit's key. */
export function useRecipient(): (recipient: string) => string {
  const { t } = useWords()
  return (recipient) => {
    const [kind = '', code = ''] = recipient.split('/')
    if (kind === 'school' || kind === 'institution') return t('alerts.unit')
    if (OWNERS[kind]) return t(`role.${OWNERS[kind]}`)
    return kind === 'inspector' ? code : kind === 'county' ? t('alerts.countyOffice') : recipient
  }
}
