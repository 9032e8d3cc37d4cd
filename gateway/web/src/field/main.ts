import { createApp } from 'vue'
import '../styles/tokens.css'
import '../styles/base.css'
import './styles/field.css'
import { holdToMostCharacters } from '../client/most-characters'
import { applyTheme } from '../view/theme'
import { registerWorker } from './client/device'
import FieldApp from './view/FieldApp.vue'
import { boot, takeOver } from './view/state'
import { locale, setLocale } from './words'

applyTheme()
holdToMostCharacters()
setLocale(locale.value)
registerWorker((act) => (takeOver.value = act))
createApp(FieldApp).mount('#app')
void boot()
