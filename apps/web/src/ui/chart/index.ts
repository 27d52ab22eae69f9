import { defineAsyncComponent } from 'vue';
import ChartWaiting from './ChartWaiting.vue';

/** The drawing library is by far the largest part of the app: it comes after the page's frame stands. */
export const EChart = defineAsyncComponent({
  loader: () => import('./EChart.vue'),
  loadingComponent: ChartWaiting,
  delay: 0,
});
