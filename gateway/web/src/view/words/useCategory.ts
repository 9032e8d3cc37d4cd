import { i18n, useWords } from '../../i18n'

/** A category's word; one this page does not know yet is shown as it is. */
export function useCategory(): (category: string) => string {
  const { t } = useWords()
  return (category) => (i18n.global.te(`category.${category}`) ? t(`category.${category}`) : category)
}
