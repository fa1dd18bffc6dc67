const name = new URL(location.href).searchParams.get('threads');
const worker = new Worker(new URL('./train.js', import.meta.url), { type: 'module', name });
worker.onmessage = ({ data }) => {
  globalThis.result = data;
};
