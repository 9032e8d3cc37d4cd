import { createApp } from 'vue'
import '../styles/tokens.css'
import '../styles/base.css'
import './styles/phone.css'
import { holdToMostCharacters } from '../browser/most-characters'
import { applyTheme } from '../browser/theme'
import { registerWorker } from './client/device'
import PhoneApp from './view/PhoneApp.vue'
import { boot, takeOver } from './state/state'
import { locale, setLocale } from './words'

applyTheme()
holdToMostCharacters()
setLocale(locale.value)
registerWorker((act) => (takeOver.value = act))
createApp(PhoneApp).mount('#app')
void boot()
