import { createApp } from 'vue'
import './styles/element'
import './styles/tokens.css'
import './styles/element-tokens.css'
import './styles/base.css'
import './styles/print.css'
import App from './view/App.vue'
import { holdToMostCharacters } from './browser/most-characters'
import { i18n, setLocale } from './i18n'
import { router } from './view/router'
import { keepWhileAtWork } from './session/session'
import { applyTheme } from './browser/theme'

applyTheme()
holdToMostCharacters()
keepWhileAtWork()
setLocale(i18n.global.locale.value)
createApp(App).use(i18n).use(router).mount('#app')
