import { computed, ref } from 'vue'

/** Where the phone is: the part behind # in its address, e.g. `visit/0190…/checklist`. It works alike with and without signal. */
const path = ref(read())

addEventListener('hashchange', () => (path.value = read()))

export const route = computed<string[]>(() => path.value.split('/').filter(Boolean).map(decodeURIComponent))

export function go(...parts: string[]): void {
  location.hash = `/${parts.map(encodeURIComponent).join('/')}`
}

export const linkTo = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`

function read(): string {
  return location.hash.replace(/^#\/?/, '')
}
