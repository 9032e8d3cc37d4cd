import { i18n, useWords } from '../../i18n'
import { ISSUE_FILES, partsOf } from '../../model/county/approvals'

/** What a request is for, in words: "问题清单（Excel）：未办结；类别 S-HW". What has no words stays as it was asked. */
export function useSubject(): (subject: string) => string {
  const { t, locale } = useWords()
  const known = (key: string): boolean => i18n.global.te(key, 'zh-CN')

  function condition([name, value]: readonly [string, string]): string {
    if (name === 'open') return t(`approvals.open.${value === 'true' ? 'true' : 'false'}`)
    const words = { severity: 'cases.severity', state: 'approvals.states' }[name]
    const said = words && known(`${words}.${value}`) ? t(`${words}.${value}`) : value
    return known(`approvals.conditions.${name}`) ? t('approvals.condition', { name: t(`approvals.conditions.${name}`), value: said }) : `${name}=${value}`
  }

  return (subject) => {
    const { file, conditions } = partsOf(subject)
    if (!ISSUE_FILES.some((each) => each === file)) return subject
    const of = conditions.length === 0 ? t('approvals.everything') : conditions.map(condition).join(locale.value === 'en' ? '; ' : '；')
    return t('approvals.list', { file: t(`approvals.files.${file.endsWith('.docx') ? 'docx' : 'xlsx'}`), of })
  }
}
