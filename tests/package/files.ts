/** What `program.ts` is to the core, for `epochal/node`, whose types need those of Node. */
import { Tensor, tensor } from 'epochal';
import { loadNpy, saveNpy } from 'epochal/node';

saveNpy('vector.npy', tensor([1, 2]));
const loaded = loadNpy('vector.npy');
console.log(JSON.stringify({ oneTensorClass: loaded instanceof Tensor, sum: loaded.sum().item() }));
