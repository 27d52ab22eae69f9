import { loadSection } from '../../i18n/index.ts';

// the words stand before the sheet does
await loadSection('print');
export { default } from './DoorSheet.vue';
