/** VitePress' own theme. Components that pages use are registered here. */
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import { defineAsyncComponent, nextTick } from 'vue';
import '../../lab/components/chart.css';
import '../../lab/components/lab.css';
import './embed.css';
import './style.css';

/** Each is loaded by the page that shows it. */
const components = {
  LabBatchSize: () => import('../../lab/components/batch_size.vue'),
  LabDigits: () => import('../../lab/components/drawn_digit.vue'),
  LabBeliefs: () => import('../../lab/components/beliefs_view.vue'),
  LabHowManyEpochs: () => import('../../lab/components/how_many_epochs.vue'),
  LabInitialization: () => import('../../lab/components/initialization_view.vue'),
  LabLearningRate: () => import('../../lab/components/learning_rate.vue'),
  LabOneIteration: () => import('../../lab/components/one_iteration.vue'),
  LabOneEpoch: () => import('../../lab/components/one_epoch.vue'),
  LabTimeMachine: () => import('../../lab/components/time_machine.vue'),
  LabTransfer: () => import('../../lab/components/transfer_ways.vue'),
  LabPlayground: () => import('../../lab/components/playground_view.vue'),
  RunExample: () => import('../../run/run_example.vue'),
  LabThePlan: () => import('../../lab/components/the_plan.vue'),
};

export default {
  extends: DefaultTheme,
  enhanceApp({ app, router }) {
    for (const [name, load] of Object.entries(components))
      app.component(name, defineAsyncComponent(load));
    if (typeof document !== 'undefined') router.onAfterPageLoad = () => nextTick(nameMain);
  },
} satisfies Theme;

/** VitePress marks the main part of a chapter, and none of the page that everything begins with. */
function nameMain(): void {
  const content = document.getElementById('VPContent');
  if (content?.classList.contains('is-home')) content.setAttribute('role', 'main');
  else content?.removeAttribute('role');
}
