import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"The command line","description":"","frontmatter":{},"headers":[{"level":2,"title":"plan: counting before training","slug":"plan-counting-before-training","link":"#plan-counting-before-training","children":[]},{"level":2,"title":"train","slug":"train","link":"#train","children":[{"level":3,"title":"What a training run can be told","slug":"what-a-training-run-can-be-told","link":"#what-a-training-run-can-be-told","children":[]}]},{"level":2,"title":"evaluate, predict, inspect","slug":"evaluate-predict-inspect","link":"#evaluate-predict-inspect","children":[]},{"level":2,"title":"convert","slug":"convert","link":"#convert","children":[]},{"level":2,"title":"compare","slug":"compare","link":"#compare","children":[]},{"level":2,"title":"plot","slug":"plot","link":"#plot","children":[]},{"level":2,"title":"learn: the lab","slug":"learn-the-lab","link":"#learn-the-lab","children":[]},{"level":2,"title":"Interrupting and continuing","slug":"interrupting-and-continuing","link":"#interrupting-and-continuing","children":[]},{"level":2,"title":"find-epochs","slug":"find-epochs","link":"#find-epochs","children":[]},{"level":2,"title":"find-learning-rate","slug":"find-learning-rate","link":"#find-learning-rate","children":[]},{"level":2,"title":"search","slug":"search","link":"#search","children":[]},{"level":2,"title":"For programs","slug":"for-programs","link":"#for-programs","children":[]},{"level":2,"title":"What goes wrong","slug":"what-goes-wrong","link":"#what-goes-wrong","children":[]}],"relativePath":"command_line.md","filePath":"command_line.md"}');
const _sfc_main = { name: "command_line.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="the-command-line" tabindex="-1">The command line <a class="header-anchor" href="#the-command-line" aria-label="Permalink to &quot;The command line&quot;">​</a></h1><p><code>epochal</code> is also a command: it trains on a CSV file, judges, saves, predicts, and does the arithmetic of epochs. It is a thin layer: everything that it does is done by functions of the library, and what it saves is loaded by <code>loadModel</code>. In a project that has installed the package it is <code>npx epochal</code>; <code>npx epochal --help</code> lists its commands, and <code>npx epochal train --help</code> explains one, with examples.</p><p>What follows was typed in a folder that holds three real data sets: <code>iris.csv</code>, <code>diabetes.csv</code> and <code>digits.csv</code>. The tests of these documents type it again and compare.</p><h2 id="plan-counting-before-training" tabindex="-1">plan: counting before training <a class="header-anchor" href="#plan-counting-before-training" aria-label="Permalink to &quot;plan: counting before training&quot;">​</a></h2><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal plan --samples 1000 --batch-size 128 --epochs 10</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1,000 samples in batches of 128</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">one epoch:  8 iterations, the last of 104 samples</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">in total:   10 epochs = 80 iterations, 10,000 samples seen</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">an epoch: 7 batches of 128 and one of 104, 1,000 samples: every one once</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal plan --samples 60000 --batch-size 64 --iterations 10000</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">60,000 samples in batches of 64</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">one epoch:  938 iterations, the last of 32 samples</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">in total:   10 epochs and 620 iterations of one more = 10,000 iterations, 639,680 samples seen</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">an epoch: 937 batches of 64 and one of 32, 60,000 samples: every one once</span></span></code></pre></div><p>With <code>--json</code> it is one JSON object.</p><h2 id="train" tabindex="-1">train <a class="header-anchor" href="#train" aria-label="Permalink to &quot;train&quot;">​</a></h2><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ head -2 iris.csv</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,species</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">5.1,3.5,1.4,0.2,setosa</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train iris.csv --target species --hidden 16,16 --epochs 40 --early-stopping 10 --seed 7 --save model.safetensors --log run/</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">iris.csv: 150 samples of 4 features</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">column           read as       missing  values</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">sepal_length_cm  numbers                4.3 to 7.9</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">sepal_width_cm   numbers                2 to 4.4</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">petal_length_cm  numbers                1 to 6.9</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">petal_width_cm   numbers                0.1 to 2.5</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">species          3 categories           setosa, versicolor, virginica</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">task: classification into 3 classes (setosa, versicolor, virginica), because species holds names</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The network</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layer     type   output shape   parameters</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">------------------------------------------</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">          input  [samples, 4]</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.0  dense  [samples, 16]          80</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.1  relu   [samples, 16]           0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.2  dense  [samples, 16]         272</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.3  relu   [samples, 16]           0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.4  dense  [samples, 3]           51</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">------------------------------------------</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">403 parameters</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The plan</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">120 samples in batches of 16</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">one epoch:  8 iterations, the last of 8 samples</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">in total:   40 epochs = 320 iterations, 4,800 samples seen</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">validation: 40 times</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">judged by:  30 samples</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The training</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  1/40  loss 1.7389  validation 1.0006  accuracy 0.5000  0.11 s</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  2/40  loss 0.8613  validation 0.6093  accuracy 0.8333  6 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  3/40  loss 0.5659  validation 0.4269  accuracy 0.8333  2 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  4/40  loss 0.4267  validation 0.3305  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  5/40  loss 0.3320  validation 0.2911  accuracy 0.9000  3 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  6/40  loss 0.2700  validation 0.2612  accuracy 0.9333  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  7/40  loss 0.2294  validation 0.2514  accuracy 0.9333  5 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  8/40  loss 0.1915  validation 0.2381  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  9/40  loss 0.1631  validation 0.2259  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 10/40  loss 0.1453  validation 0.2458  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 11/40  loss 0.1228  validation 0.2249  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 12/40  loss 0.1192  validation 0.2169  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 13/40  loss 0.1043  validation 0.2613  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 14/40  loss 0.0859  validation 0.2146  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 15/40  loss 0.0818  validation 0.2232  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 16/40  loss 0.0763  validation 0.2273  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 17/40  loss 0.0667  validation 0.2144  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 18/40  loss 0.0618  validation 0.1996  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 19/40  loss 0.0600  validation 0.2118  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 20/40  loss 0.0560  validation 0.2005  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 21/40  loss 0.0537  validation 0.1985  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 22/40  loss 0.0473  validation 0.2006  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 23/40  loss 0.0481  validation 0.1898  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 24/40  loss 0.0442  validation 0.1912  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 25/40  loss 0.0434  validation 0.2083  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 26/40  loss 0.0425  validation 0.1897  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 27/40  loss 0.0374  validation 0.2014  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 28/40  loss 0.0396  validation 0.2079  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 29/40  loss 0.0313  validation 0.1939  accuracy 0.9333  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 30/40  loss 0.0396  validation 0.2048  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 31/40  loss 0.0317  validation 0.2184  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 32/40  loss 0.0371  validation 0.1990  accuracy 0.9333  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 33/40  loss 0.0274  validation 0.2194  accuracy 0.8667  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 34/40  loss 0.0271  validation 0.2205  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 35/40  loss 0.0257  validation 0.2215  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch 36/40  loss 0.0260  validation 0.2290  accuracy 0.9000  1 ms</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">stopped: validation.loss has not improved for 10 epochs: the best was 0.189717 at epoch 26, iteration 208</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Both losses</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">● training   ○ validation   ◉ both</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">↑ lowest validation loss: 0.19 at epoch 26</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  2 ┤</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1.5 ┤</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │○</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  1 ┤  ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │  ○ ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5 ┤    ○●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │     ○ ◉ ◉ ○ ○  ○     ○</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │           ● ●◉ ● ◉ ◉ ●◉ ◉ ○ ○ ○○ ○ ○ ○ ○○ ○ ○ ○ ○○ ○ ○ ○ ○○ ○ ○</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  0 ┤                           ● ● ●● ● ● ● ●● ● ● ● ●● ● ● ● ●● ● ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    └─────────────────────────────────────────────↑──────────────────</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">     1      5        10       15       20       25       30       35   epoch</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The diagnosis</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">healthy</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  fall that as many epochs more would bring, as a part of all that was gained  -0.129  below 0.050</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  training loss at the end, as a part of the baseline                           0.028  below 0.300</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  epochs measured                                                                  36      above 9</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Nothing to do. epochal find-epochs says how certain the number of epochs is.</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Confusion matrix</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">true \\ predicted  setosa  versicolor  virginica</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">setosa                 9           1          0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">versicolor             0           9          1</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">virginica              0           2          8</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Each class</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">class             precision  recall     f1  samples</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">setosa                1.000   0.900  0.947       10</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">versicolor            0.750   0.900  0.818       10</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">virginica             0.889   0.800  0.842       10</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">accuracy                             0.867       30</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">baseline                             0.333</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">ROC AUC                              0.992</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">macro average         0.880   0.867  0.869       30</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">weighted average      0.880   0.867  0.869       30</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The result, on the 30 samples of the validation part</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════════════════════════════════════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">loss       0.1897</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">accuracy   86.7 %</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">baseline   33.3 % (the most frequent answer, always)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">precision  0.880 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">recall     0.867 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">f1         0.869 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">ROC AUC    0.992</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">stopped    validation.loss has not improved for 10 epochs: the best was 0.189717 at epoch 26, iteration 208</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">weights    of epoch 26, the best</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">trained    36 epochs, 288 iterations, 0.18 s</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Using the model</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═══════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">It is saved as model.safetensors.</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  npx epochal predict model.safetensors data.csv &gt; predictions.csv</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  npx epochal evaluate model.safetensors test.csv</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  import { loadCsvWith, loadModel } from &#39;epochal/node&#39;;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  const model = loadModel(&#39;model.safetensors&#39;);</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  const { inputs } = loadCsvWith(model, &#39;data.csv&#39;, { inputsOnly: true });</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  console.log(model.predictClasses(inputs));</span></span></code></pre></div><p>What happens, in this order:</p><ol><li>The file is read, and the report says how. Columns of numbers stay numbers, columns of names become a feature for each name, dates one for each part; <code>--ignore</code>, <code>--categorical</code> or <code>--missing</code> say otherwise. Delimiter and decimal comma are found out, or said by <code>--delimiter</code>, <code>--decimal</code> and <code>--thousands</code>; <code>--missing-values</code> says which cells mean a missing value, <code>--date-order dmy</code> which comes first of day and month, and <code>--unknown ignore</code> that later files may have names that this one has not (<a href="./files.html#tables">Files</a>). Whether classes or numbers are to be predicted is found out from the target: names are classes, and so are a few whole numbers (20 at most) with five samples or more of each on average. <code>--task</code> says it. <code>--target low,high</code> predicts several columns of numbers together.</li><li>A part is split off for validation, <code>--validation 0.2</code>; of classes each has its share. Inputs are standardized by what the training part says alone; so are the targets of a regression, whose errors are reported in their own unit all the same.</li><li>The network has dense layers with an activation between them, and the loss is <code>softmaxCrossEntropy</code> or <code>meanSquaredError</code>, unless <a href="#what-a-training-run-can-be-told">something else is said</a>.</li><li>The training shows progress: a bar in a terminal, plain lines in a file or a pipe. <code>NO_COLOR</code> makes headings plain.</li><li>The result is measured with the very bytes that are saved. With <code>--early-stopping</code> they are those of the best epoch.</li></ol><p>A regression, of which only the end is shown here:</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train diabetes.csv --target progression --hidden 16 --epochs 30 --early-stopping 5 --seed 7 --save diabetes.safetensors </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> sed</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -n</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;/^task/p; /diagnosis/,$p&#39;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">task: regression, because progression holds 214 different whole numbers</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The diagnosis</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">undecided: not enough evidence yet</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  epochs at the end with half of what was gained lost again        0      not above 2</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  rise of the validation loss since then, in units             0.031  not above 0.050</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  noise of the validation loss from epoch to epoch, in units   0.019  not above 0.050</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  fall of the validation loss over the last part, in units    -0.026  not above 0.050</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  training loss at the end, as a part of the baseline          0.451  not above 0.950</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  the same after 6 times as many epochs more, at this speed   -0.219  not above 0.300</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  training loss at the end, as a part of the baseline          0.451  not below 0.300</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  not judged: capacity: losses were measured in 12 epochs, fewer than 20</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">What is there fits more than one verdict. Raise --epochs and ask again; a validation part</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">(--validation 0.2) makes the answer more certain.</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The result, on the 89 samples of the validation part</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════════════════════════════════════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">loss                     0.5555 (of scaled targets)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">R²                       0.4299</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">root mean squared error  57.54 (in the unit of progression)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">mean absolute error      46.63 (in the unit of progression)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">stopped                  validation.loss has not improved for 5 epochs: the best was 0.555499 at epoch 7, iteration 161</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">weights                  of epoch 7, the best</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">trained                  12 epochs, 276 iterations, 0.08 s</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Using the model</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═══════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">It is saved as diabetes.safetensors.</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  npx epochal predict diabetes.safetensors data.csv &gt; predictions.csv</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  npx epochal evaluate diabetes.safetensors test.csv</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  import { loadCsvWith, loadModel } from &#39;epochal/node&#39;;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  const model = loadModel(&#39;diabetes.safetensors&#39;);</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  const { inputs } = loadCsvWith(model, &#39;data.csv&#39;, { inputsOnly: true });</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  console.log(Array.from(model.predict(inputs).toTypedArray()));</span></span></code></pre></div><h3 id="what-a-training-run-can-be-told" tabindex="-1">What a training run can be told <a class="header-anchor" href="#what-a-training-run-can-be-told" aria-label="Permalink to &quot;What a training run can be told&quot;">​</a></h3><p>Functions of the library are called by their names; their options follow a colon, <code>stepDecay:every=20,factor=0.5</code>, and are those of the chapters.</p><table tabindex="0"><thead><tr><th>option</th><th>what it says</th><th>more about it</th></tr></thead><tbody><tr><td><code>--schedule cosine:minimum=0.01</code></td><td>how the learning rate changes; any schedule takes <code>warmUp=100</code></td><td><a href="./schedules.html">Schedules</a></td></tr><tr><td><code>--schedule reduceOnPlateau:patience=5,factor=0.5</code></td><td>it falls when the validation loss no longer does</td><td><a href="./stopping.html">When to stop</a></td></tr><tr><td><code>--loss huber:delta=0.5</code></td><td>what is minimized</td><td><a href="./losses.html">Losses</a></td></tr><tr><td><code>--class-weights balanced</code>, <code>--class-weights no=1,yes=5</code></td><td>how much the samples of a class count</td><td><a href="./losses.html">Losses</a></td></tr><tr><td><code>--hidden 64,32</code>, <code>--activation tanh</code>, <code>--norm batch</code>, <code>--dropout 0.2</code></td><td>the network; <code>--norm</code> stands before each activation</td><td><a href="./layers.html">Layers</a></td></tr><tr><td><code>--l1 0.001</code>, <code>--l2 0.01</code>, <code>--weight-decay 0.01</code>, <code>--clip 1</code></td><td>what keeps weights and updates small</td><td><a href="./regularization.html">Regularization</a></td></tr><tr><td><code>--optimizer sgd</code>, <code>--learning-rate 0.1</code></td><td>how weights are updated</td><td><a href="./optimizers.html">Optimizers</a></td></tr><tr><td><code>--test 0.2</code></td><td>a part that is kept apart and measured once, at the end</td><td><a href="./data.html">Data</a></td></tr><tr><td><code>--validate-every 5</code>, <code>--validate-every &quot;100 iterations&quot;</code></td><td>how often the validation part is judged</td><td><a href="./training.html">Training</a></td></tr><tr><td><code>--dtype float64</code></td><td>more digits, slower</td><td><a href="./files.html">Files</a></td></tr></tbody></table><p>The validation part has a say: the best epoch is chosen by it, early stopping and the plateau watch it, and you look at it while you try options. A number that you can give to others is that of the test part:</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train iris.csv --target species --epochs 60 --seed 7 --test 0.2 --schedule cosine:warmUp</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">10</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> --norm</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> batch</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --early-stopping</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 20</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> sed</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -n</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;/kept apart/p; /^The result/,/^Using/p&#39;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> grep</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -v</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;trained\\|Using&#39;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">kept apart: 30 samples for the test</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The result, on the 30 samples of the validation part</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════════════════════════════════════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">loss       0.1770</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">accuracy   93.3 %</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">baseline   33.3 % (the most frequent answer, always)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">precision  0.933 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">recall     0.933 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">f1         0.933 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">ROC AUC    0.992</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">stopped    validation.loss has not improved for 20 epochs: the best was 0.176994 at epoch 34, iteration 204</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">weights    of epoch 34, the best</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The test, on 30 samples that nothing was decided by</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═══════════════════════════════════════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">loss       0.1663</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">accuracy   93.3 %</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">baseline   33.3 % (the most frequent answer, always)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">precision  0.944 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">recall     0.933 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">f1         0.933 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">ROC AUC    0.997</span></span></code></pre></div><p><code>find-epochs</code> and <code>search</code> take the same options. In <code>search</code> every one of network and optimizer may be searched, <code>--grid &quot;norm=none,batch schedule=cosine,oneCycle l2=0.0001..0.1&quot;</code>; not the loss, which trials are ranked by.</p><p>A table may come through a pipe, to all commands that read one: the file is then <code>-</code>.</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ sed </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;s/,/;/g&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> iris.csv </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> epochal</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> train</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> -</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --target</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> species</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --epochs</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 20</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --seed</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 7</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --json</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> tail</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -1</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> |</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> grep</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -o</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;&quot;accuracy&quot;:[0-9.]*&#39;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">&quot;accuracy&quot;:0.9</span></span></code></pre></div><h2 id="evaluate-predict-inspect" tabindex="-1">evaluate, predict, inspect <a class="header-anchor" href="#evaluate-predict-inspect" aria-label="Permalink to &quot;evaluate, predict, inspect&quot;">​</a></h2><p>A model file knows how the CSV file was read that it learned from: its columns by name, the categories, the scaling. So all that these commands need is another file with the same columns.</p><p>A file may be written otherwise than the one that was learned from. Where the delimiter of before parts nothing it is found out, and told; <code>--delimiter</code>, <code>--decimal</code>, <code>--thousands</code> and <code>--unknown</code> say what is different. Columns that the model does not use, such as an id, are written before what is predicted; <code>--keep</code> says which.</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ awk -F, -v OFS</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;;&#39;</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;NR == 1 { print &quot;id&quot;, $1, $2, $3, $4 } NR &gt; 1 &amp;&amp; NR &lt; 5 { print &quot;flower &quot; NR - 1, $1, $2, $3, $4 }&#39;</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> iris.csv</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> &gt;</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> flowers.csv</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal predict model.safetensors flowers.csv --probabilities</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epochal predict: flowers.csv: cells are parted by &quot;;&quot;, as was found out.</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">id,species,probability,probability of setosa,probability of versicolor,probability of virginica</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">flower 1,setosa,0.99990356,0.99990356,0.000096486154,5.3883564e-9</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">flower 2,setosa,0.999788,0.999788,0.00021198153,1.2357651e-8</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">flower 3,setosa,0.9999591,0.9999591,0.00004088175,4.8848285e-9</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal predict model.safetensors flowers.csv --keep id,petal_width_cm </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> tail</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -1</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epochal predict: flowers.csv: cells are parted by &quot;;&quot;, as was found out.</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">flower 3,0.2,setosa,0.9999591</span></span></code></pre></div><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal evaluate model.safetensors iris.csv</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">iris.csv: 150 samples</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">loss       0.0677</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">accuracy   96.0 %</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">baseline   33.3 % (the most frequent answer, always)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">precision  0.960 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">recall     0.960 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">f1         0.960 (mean over the classes)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">ROC AUC    0.998</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Confusion matrix</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">true \\ predicted  setosa  versicolor  virginica</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">setosa                49           1          0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">versicolor             0          47          3</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">virginica              0           2         48</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Each class</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">class             precision  recall     f1  samples</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">setosa                1.000   0.980  0.990       50</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">versicolor            0.940   0.940  0.940       50</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">virginica             0.941   0.960  0.950       50</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">accuracy                             0.960      150</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">baseline                             0.333</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">ROC AUC                              0.998</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">macro average         0.960   0.960  0.960      150</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">weighted average      0.960   0.960  0.960      150</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal predict model.safetensors iris.csv </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> head</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -3</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">species,probability</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">setosa,0.99990356</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">setosa,0.999788</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal predict model.safetensors iris.csv --probabilities </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> tail</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -1</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">virginica,0.93202984,0.00046344215,0.067506716,0.93202984</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal inspect model.safetensors</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">model.safetensors: 3,668 bytes, 6 tensors</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The network</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layer     type   output shape   parameters</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">------------------------------------------</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">          input  [samples, 4]</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.0  dense  [samples, 16]          80</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.1  relu   [samples, 16]           0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.2  dense  [samples, 16]         272</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.3  relu   [samples, 16]           0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.4  dense  [samples, 3]           51</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">------------------------------------------</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">403 parameters</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">What it was made for</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">task       classification</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">loss       softmaxCrossEntropy</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">predicts   species</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">classes    setosa, versicolor, virginica</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">columns    sepal_length_cm, sepal_width_cm, petal_length_cm, petal_width_cm</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">scaled     inputs by standardize</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">precision  float32</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The tensors</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">name             stored as  shape     values</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">--------------------------------------------</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.0.bias    F32        [16]          16</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.0.weight  F32        [4, 16]       64</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.2.bias    F32        [16]          16</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.2.weight  F32        [16, 16]     256</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.4.bias    F32        [3]            3</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.4.weight  F32        [16, 3]       48</span></span></code></pre></div><p>Names come out of files, and files come from strangers. Whatever would steer a terminal (escape sequences, and characters that change the writing direction) is shown as <code>\\u001b</code>, wherever a command prints it. What <code>predict</code> and <code>plot</code> write into a pipe or a file is not changed, to the byte. So a class that is called <code>=1+1</code> stays in the table as it is, and a line on standard error says that a spreadsheet would take it for a formula: import the column as text.</p><p><code>--report report.html</code> writes result, curves, diagnosis, confusion matrix, worst samples, data, network, plan and usage as <a href="./charts.html#a-report-in-one-file">one page</a>, which opens anywhere without a network.</p><p><code>inspect</code> takes any file: of a network of another system (<code>network.onnx</code>, <code>.keras</code>, <code>.h5</code>, <code>model.json</code>, <code>.npz</code> and <code>.skops</code> of scikit-learn) it says how it is read, its layers, scalers and classes, and what stands for what; of <code>weights.pt</code>, <code>.npz</code>, <code>.npy</code> and IDX files the tensors; of a checkpoint, or the folder of it, the network and where the training rests; of a table what its columns are taken for.</p><p>The same from code is printed at the end of each training run. <code>evaluate --json</code> and <code>inspect --json</code> are for programs.</p><h2 id="convert" tabindex="-1">convert <a class="header-anchor" href="#convert" aria-label="Permalink to &quot;convert&quot;">​</a></h2><p><code>epochal convert model.safetensors model.onnx</code> writes what <code>train --save</code> has saved as ONNX: one input that takes the numeric columns as <code>predict</code> takes them, and probabilities in the order of the classes, or values. <code>--labels</code> adds the name of the class. <code>convert network.onnx model.safetensors</code> is the way back, with a report of what was converted. <code>convert weights.pt model.safetensors --model layers.safetensors</code> takes the numbers of a <code>state_dict</code> of PyTorch and the layers of a model; <code>convert model.safetensors weights.pt</code> writes one. <code>.npz</code> goes to scikit-learn and comes from there, <code>.skops</code> comes only. Keras and TensorFlow.js are read and written alike: <code>.keras</code> and <code>model.json</code> (whose binary files are beside it) with layers and scalers, <code>.weights.h5</code> with numbers only; a whole model in <code>.h5</code> is read. What is read and written is told in <a href="./interop.html">Other systems</a>.</p><h2 id="compare" tabindex="-1">compare <a class="header-anchor" href="#compare" aria-label="Permalink to &quot;compare&quot;">​</a></h2><p><code>epochal compare A B</code> says whether two files hold the same network: the same layers, the same numbers, and with <code>--data</code> the same predictions for a table.</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal convert model.safetensors model.onnx </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> head</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -1</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">model.onnx: 2,770 bytes, 5 layers</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal compare model.safetensors model.onnx --data iris.csv</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">model.safetensors  a model</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">model.onnx         ONNX, written by epochal</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The networks</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The same layers.</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The numbers</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6 tensors with equal bits, 0 without.</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">What they predict</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">rows                                 150</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">equal classes                        150 (100.0 %)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">largest difference of probabilities  0</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">They are the same.</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train iris.csv --target species --epochs 3 --hidden 16,16 --save other.safetensors </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> other.txt</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal compare model.safetensors other.safetensors </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> tail</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -12</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The first that differs: layers.0.weight.</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">name             shape or dtypes  differing  largest  relative</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">--------------------------------------------------------------</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.0.weight  [4, 16]                 64  2.90e+0   1.92e+0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.0.bias    [16]                    16  8.22e-1   1.84e+0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.2.weight  [16, 16]               256  1.79e+0   1.98e+0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.2.bias    [16]                    16  7.05e-1   1.67e+0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.4.weight  [16, 3]                 48  1.31e+0   1.94e+0</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">layers.4.bias    [3]                      3  3.41e-1   1.62e+0</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">They differ.</span></span></code></pre></div><p>Both may be any files of models: those of <code>train --save</code>, checkpoints or their folders, ONNX, <code>.npz</code> and <code>.skops</code> of scikit-learn; or of tensors without layers (<code>.pt</code>, <code>.safetensors</code>, <code>.npz</code>, <code>.npy</code>), which are compared in the layers of the other file where they fit those, and by their names otherwise. <code>differing</code> is how many numbers are not the same, <code>largest</code> the largest difference, <code>relative</code> the largest by the size of the larger number. A softmax or sigmoid behind the layers of one file that does what the loss of the other does is no difference; nor is what only a training run needs. <code>--tolerance 1e-6</code> lets small differences pass, in numbers and in predictions.</p><p>The exit code is that of <code>diff</code>: 0 where they are the same, 1 where they differ, 2 where that cannot be said, because a file cannot be read. <code>--json</code> has everything for programs.</p><h2 id="plot" tabindex="-1">plot <a class="header-anchor" href="#plot" aria-label="Permalink to &quot;plot&quot;">​</a></h2><p><code>--log run/</code> has written <code>run/log.jsonl</code>, one event a line, and <code>run/log.csv</code>, one epoch a line. The first becomes a picture:</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal plot run/log.jsonl </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> loss.svg</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ grep -o </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;&lt;desc.*&#39;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> loss.svg</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">&lt;desc&gt;loss over epoch: training from 1.74 at epoch 1 to 0.026 at epoch 36; validation from 1 at epoch 1 to 0.229 at epoch 36. lowest validation loss: 0.19 at epoch 26.&lt;/desc&gt;</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal plot run/log.jsonl --metric accuracy --title </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&#39;Irises told apart&#39;</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> &gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> accuracy.svg</span></span></code></pre></div><h2 id="learn-the-lab" tabindex="-1">learn: the lab <a class="header-anchor" href="#learn-the-lab" aria-label="Permalink to &quot;learn: the lab&quot;">​</a></h2><p><code>npx epochal learn</code> opens the lab in your browser: pages in which a training run can be touched, each of them a real run that the browser computes. The pages are in the package, so no network is needed; they are served to this machine only. <code>--port 8080</code> says where, in place of a free port; with <code>--no-open</code> the address is printed and nothing is opened. Ctrl+C ends it. The first page is <a href="./lab/one_iteration.html">One iteration</a>; the chapters are not among the pages: they are in the folder <code>docs</code> of the package.</p><h2 id="interrupting-and-continuing" tabindex="-1">Interrupting and continuing <a class="header-anchor" href="#interrupting-and-continuing" aria-label="Permalink to &quot;Interrupting and continuing&quot;">​</a></h2><p>Ctrl-C ends a training run after the iteration under way, saves all of it, and prints the command that continues. A second Ctrl-C ends it at once. With <code>--checkpoint run/</code> the training is also saved while it continues, at the ends of epochs, as often as costs no more than a twentieth of the time; the last two checkpoints are kept, so that one is whole whatever happens. With <code>--resume</code> it continues from there, or begins where there is none yet, so that one and the same line can be started again and again:</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train digits.csv --target digit --epochs 6 --seed 7 --checkpoint digits/ --resume </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> grep</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> checkpoint</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">There is no checkpoint in digits/ yet: from the beginning.</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train digits.csv --target digit --epochs 10 --seed 7 --checkpoint digits/ --resume --save a.safetensors </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> grep</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> Going</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train digits.csv --target digit --epochs 10 --seed 7 --save b.safetensors </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> whole.txt</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ cmp a.safetensors b.safetensors &amp;&amp; </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">echo</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;the same bits&#39;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">the same bits</span></span></code></pre></div><p><code>--epochs</code> is the total to reach. The training continues to the bit as if it had not been interrupted, after Ctrl-C, after <code>kill -9</code>, or here after its end; and so does the log of <code>--log run/</code>: it is written again from the history in the checkpoint, so that it is whole whatever became of the one before, and may be left out or put into another folder. Other data, another split or other options are refused. Where no <code>--checkpoint</code> was named, Ctrl-C keeps the training in a new folder, <code>epochal-interrupted</code>, or <code>epochal-interrupted-2</code> where there is one already.</p><p>The folders of <code>--log</code> and <code>--checkpoint</code> belong to one process at a time. It holds <code>epochal.lock</code> in them; a second one is refused and told which process that is. A lock that a dead process has left does not count.</p><p>A full disk or a closed pipe (<code>epochal train … | head -1</code>) does not cost a training run: where its log, its checkpoint or what it shows cannot be written, that is said once, the training continues, the model is saved, and the exit code is not 0. Whether files can be written is tried before training. Where one cannot be at the end all the same, the model, the table of a search, or the training that Ctrl-C ended is kept in a new folder among the temporary files, which is named. A training that is shown to nobody and is to be kept nowhere ends at once. Nothing is written over what is read: <code>--save data.csv</code> with <code>data.csv</code> as the data is refused, by whatever name or link.</p><p>See <a href="./resuming.html">Interrupting and continuing</a> for how, and for the same in code.</p><h2 id="find-epochs" tabindex="-1">find-epochs <a class="header-anchor" href="#find-epochs" aria-label="Permalink to &quot;find-epochs&quot;">​</a></h2><p>How many epochs? Cross-validation answers with a curve, and says beforehand what it costs.</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal find-epochs iris.csv --target species --hidden 16 --epochs 40 --seed 7</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">iris.csv: 150 samples of 4 features</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">column           read as       missing  values</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">sepal_length_cm  numbers                4.3 to 7.9</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">sepal_width_cm   numbers                2 to 4.4</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">petal_length_cm  numbers                1 to 6.9</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">petal_width_cm   numbers                0.1 to 2.5</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">species          3 categories           setosa, versicolor, virginica</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">task: classification into 3 classes (setosa, versicolor, virginica), because species holds names</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The plan</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">5 runs = 200 epochs = 1,600 iterations, 24,000 samples seen, 200 validations</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The folds</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">fold 1/5  lowest validation loss 0.0236 at epoch 40</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">fold 2/5  lowest validation loss 0.0814 at epoch 40</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">fold 3/5  lowest validation loss 0.1072 at epoch 26</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">fold 4/5  lowest validation loss 0.1928 at epoch 40</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">fold 5/5  lowest validation loss 0.0781 at epoch 32</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The epochs</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epoch  iteration  training loss  validation.loss</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4             32         0.3552           0.3226  ± 0.0181</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">8             64         0.2270           0.2308  ± 0.0262</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">12            96         0.1667           0.1802  ± 0.0258</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">16           128         0.1278           0.1500  ± 0.0287</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">20           160         0.1012           0.1299  ± 0.0283</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">23           184         0.0875           0.1236  ± 0.0286  recommended</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">24           192         0.0846           0.1228  ± 0.0292</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">28           224         0.0724           0.1098  ± 0.0279</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">32           256         0.0644           0.1040  ± 0.0281</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">36           288         0.0602           0.1014  ± 0.0271</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">40           320         0.0542           0.0984  ± 0.0277  best</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">recommended: 23 epochs (184 iterations of a fold); within one standard error of the best: epochs 23 to 40</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The mean over the folds</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═══════════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">● training   ○ validation   ◉ both</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  2 ┤</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1.5 ┤●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │○</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  1 ┤</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │  ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │  ○</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0.5 ┤   ◉</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │     ◉◉ ◉ ◉○</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    │           ● ◉ ◉◉ ◉◉ ◉ ◉◉ ◉◉ ◉ ◉◉ ◉ ◉◉ ◉◉ ○ ○○ ○○ ○ ○○ ○ ○○ ○○ ○</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  0 ┤                                          ● ●● ●● ● ●● ● ●● ●● ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    └────────────────────────────────────────────────────────────────</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">     1     5        10      15      20      25      30      35     40  epoch</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Using it</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  npx epochal train iris.csv --target species --hidden 16 --seed 7 --epochs 23</span></span></code></pre></div><p><code>--save model.safetensors</code> trains on all rows for as long as recommended, in the same number of epochs as a fold had or, with <code>--refit iterations</code>, of iterations. <a href="./how_many_epochs.html">How many epochs</a> explains the curve and its band.</p><h2 id="find-learning-rate" tabindex="-1">find-learning-rate <a class="header-anchor" href="#find-learning-rate" aria-label="Permalink to &quot;find-learning-rate&quot;">​</a></h2><p>Which learning rate? One short training run answers, of a network that is thrown away: its rate grows from each iteration to the next, until the loss breaks away. <a href="./how_many_epochs.html">How many epochs</a> tells more of it. The rate depends on all other options, so give those that you will train with.</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal find-learning-rate diabetes.csv --target progression --optimizer sgd --seed 7 </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">|</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> sed</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> -n</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;/The learning rates/,$p&#39;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The learning rates</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">══════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">iteration  learning rate  smoothed loss</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2                1.18e-6          2.784</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">7                2.66e-6          3.018</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">12               5.99e-6          2.787</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">17               1.35e-5          2.521</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">22               3.05e-5          2.542</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">27               6.89e-5          2.704</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">32               1.56e-4          2.726</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">37               3.51e-4          2.677</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">42               7.92e-4          2.435</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">47               1.79e-3          1.884</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">52               4.04e-3          1.646</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">57               9.11e-3          1.560</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">62               2.06e-2          1.280</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">67               4.64e-2          1.120</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">72               1.05e-1          9.387</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">the loss broke away; suggestion: 1.5e-3 (fell fastest at 1.5e-3, lowest at 5.5e-2)</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The smoothed loss</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">═════════════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">↑ suggested: 0.00152</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │                                                               ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">8 ┤</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6 ┤                                                              ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4 ┤</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │ ●  ●●●●●●●●●  ●●●●  ●●●●●●●●●●●●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │  ●●●        ●●    ●●            ●●●●●●                      ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2 ┤                                       ●●●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │                                          ●●●●●●●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │                                                 ●●●●●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │                                                      ●●●●● ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  │                                                           ●</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  └────────────────────────────────────────↑───────────────────────</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">   0.000001  0.00001      0.0001       0.001        0.01        0.1  learning rate</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Using it</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  npx epochal train diabetes.csv --target progression --optimizer sgd --seed 7 --learning-rate 0.0015</span></span></code></pre></div><h2 id="search" tabindex="-1">search <a class="header-anchor" href="#search" aria-label="Permalink to &quot;search&quot;">​</a></h2><p>Options of <code>train</code>, and which values to try for each. Sizes of several layers have an <code>x</code> between them.</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal search iris.csv --target species --epochs 20 --seed 7 --grid </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;learning-rate=0.1,0.01,0.001 hidden=8,16x16&quot;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">iris.csv: 150 samples of 4 features</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">column           read as       missing  values</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">sepal_length_cm  numbers                4.3 to 7.9</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">sepal_width_cm   numbers                2 to 4.4</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">petal_length_cm  numbers                1 to 6.9</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">petal_width_cm   numbers                0.1 to 2.5</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">species          3 categories           setosa, versicolor, virginica</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">task: classification into 3 classes (setosa, versicolor, virginica), because species holds names</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The plan</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6 trials of 20 epochs = 120 epochs</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">judged by 30 samples</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The trials</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">1/6  loss 0.1459  learning-rate=0.1 hidden=8</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">2/6  loss 0.0791  learning-rate=0.1 hidden=16,16</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">3/6  loss 0.1183  learning-rate=0.01 hidden=8</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">4/6  loss 0.2005  learning-rate=0.01 hidden=16,16</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">5/6  loss 0.5502  learning-rate=0.001 hidden=8</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">6/6  loss 0.6198  learning-rate=0.001 hidden=16,16</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">The result</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">══════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">gridSearch: 6 trials</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">trained: 120 epochs = 960 iterations</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">best: trial 2, score 0.07914 with learningRate 0.1, hidden &quot;16,16&quot;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">trial  learningRate  hidden  epochs  iterations    score     loss  validation.accuracy</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">--------------------------------------------------------------------------------------</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    2           0.1  16,16       20         160  0.07914  0.04946               0.9667</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    3          0.01  8           20         160   0.1183  0.07246               0.9667</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    1           0.1  8           20         160   0.1459  0.06836               0.9667</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    4          0.01  16,16       20         160   0.2005  0.05595               0.8667</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    5         0.001  8           20         160   0.5502   0.6045               0.8667</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">    6         0.001  16,16       20         160   0.6198   0.6758               0.7333</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">Using it</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">════════</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">  npx epochal train iris.csv --target species --epochs 20 --seed 7 --learning-rate 0.1 --hidden 16,16</span></span></code></pre></div><p><code>--trials 20</code> draws as many at random in the place of every combination, and then <code>learning-rate=0.0001..0.1</code> may be a range, in which each power of ten is as likely as another. <code>--table trials.csv</code> writes all of the table. With <code>--checkpoint trials/ --resume</code> a search that was interrupted continues, and trains no trial twice.</p><h2 id="for-programs" tabindex="-1">For programs <a class="header-anchor" href="#for-programs" aria-label="Permalink to &quot;For programs&quot;">​</a></h2><p><code>--json</code> prints one JSON object a line. Of <code>train</code> these are: <code>start</code>, then the events of the training, <code>diagnosis</code>, and at last <code>result</code>, with the metrics on the validation part.</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train iris.csv --target species --epochs 1 --seed 7 --json</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">{&quot;type&quot;:&quot;start&quot;,&quot;task&quot;:&quot;classification&quot;,&quot;samples&quot;:150,&quot;trainSamples&quot;:120,&quot;parameters&quot;:259,&quot;seed&quot;:7,&quot;plan&quot;:{&quot;epochs&quot;:1,&quot;iterations&quot;:8,&quot;iterationsPerEpoch&quot;:8,&quot;batchSize&quot;:16,&quot;lastBatchSize&quot;:8}}</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">{&quot;type&quot;:&quot;validation&quot;,&quot;epoch&quot;:1,&quot;iteration&quot;:8,&quot;loss&quot;:0.5776583552360535,&quot;metrics&quot;:{&quot;accuracy&quot;:0.7333333333333333}}</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">{&quot;type&quot;:&quot;epochEnd&quot;,&quot;epoch&quot;:1,&quot;iteration&quot;:8,&quot;samplesSeen&quot;:120,&quot;loss&quot;:1.064551874001821,&quot;validation&quot;:{&quot;epoch&quot;:1,&quot;iteration&quot;:8,&quot;loss&quot;:0.5776583552360535,&quot;metrics&quot;:{&quot;accuracy&quot;:0.7333333333333333}},&quot;learningRate&quot;:0.01,&quot;gradientNorm&quot;:2.3058577477931976,&quot;seconds&quot;:0.08824297199999998}</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">{&quot;type&quot;:&quot;trainEnd&quot;,&quot;epoch&quot;:1,&quot;iteration&quot;:8,&quot;reason&quot;:&quot;epochs&quot;,&quot;message&quot;:&quot;&quot;}</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">{&quot;type&quot;:&quot;result&quot;,&quot;task&quot;:&quot;classification&quot;,&quot;part&quot;:&quot;validation&quot;,&quot;samples&quot;:30,&quot;metrics&quot;:{&quot;loss&quot;:0.5776583552360535,&quot;accuracy&quot;:0.7333333333333333,&quot;baseline&quot;:0.3333333333333333,&quot;precision&quot;:0.7555555555555555,&quot;recall&quot;:0.7333333333333334,&quot;f1&quot;:0.7224561403508772,&quot;rocAuc&quot;:0.9349999999999999},&quot;epochs&quot;:1,&quot;iterations&quot;:8,&quot;samplesSeen&quot;:120,&quot;reason&quot;:&quot;epochs&quot;,&quot;seconds&quot;:0.12214206600000001}</span></span></code></pre></div><h2 id="what-goes-wrong" tabindex="-1">What goes wrong <a class="header-anchor" href="#what-goes-wrong" aria-label="Permalink to &quot;What goes wrong&quot;">​</a></h2><p>An error is one line, with what to do about it, and an exit code: 1 for what did not work, 2 for a command line that makes no sense, 130 after Ctrl-C. A pipe that is closed, as <code>head</code> does, ends a command quietly. Only success is 0.</p><div class="language-console vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">console</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train iris.csv --target speces; </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">echo</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &quot;exit code </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">$?</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epochal: iris.csv: Expected a column named &quot;speces&quot;; received the columns sepal_length_cm, sepal_width_cm, petal_length_cm, petal_width_cm, species. Did you mean species?</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">exit code 1</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train iris.csv --target species --learning-rte 0.1; </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">echo</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &quot;exit code </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">$?</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epochal train: Expected an option that epochal train --help lists; received --learning-rte. Did you mean --learning-rate?</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">exit code 2</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train iris.csv --target species --learning-rate</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">abc</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">; </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">echo</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &quot;exit code </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">$?</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epochal: --learning-rate: Expected a finite number above 0; received &quot;abc&quot;. Give for example 0.5.</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">exit code 2</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal train iris.csv --target species --learning-rate 1e30 </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">&gt;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> /dev/null; </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">echo</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &quot;exit code </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">$?</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epochal: epoch 1, iteration 2, phase loss: the loss is not finite; the first tensor that went wrong is the output of layers.2. Expected finite numbers; received NaN at element 0. Lower --learning-rate, clip gradients (--clip 1), or look for such values in the data.</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">exit code 1</span></span>
<span class="line"><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">$ npx epochal evaluate iris.csv iris.csv; </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">echo</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &quot;exit code </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">$?</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">epochal: iris.csv: Expected a header of at most 100000000 bytes; received 7308321214411335000. This may not be a safetensors file.</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">exit code 1</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("command_line.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const command_line = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  command_line as default
};
