import { ref } from 'vue'

const STORED = 'supervision.theme'

export const dark = ref(stored() ?? matchMedia('(prefers-color-scheme: dark)').matches)

export function toggleTheme(): void {
  dark.value = !dark.value
  applyTheme()
  try {
    localStorage.setItem(STORED, dark.value ? 'dark' : 'light')
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
}

export const applyTheme = (): void => void document.documentElement.classList.toggle('dark', dark.value)

function stored(): boolean | null {
  try {
    const theme = localStorage.getItem(STORED)
    return theme === null ? null : theme === 'dark'
  } catch {
    return null
  }
}
