import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../src/graph/workspace.ts';
import { reshape, transpose } from '../../src/ops/views.ts';
import { parameter, tensor } from '../tensors.ts';

const PAGE = 65_536;

describe('a workspace', () => {
  it('reserves space at addresses that are multiples of 64, and never at 0', () => {
    const { reserve, memory } = createWorkspace();
    const addresses = [4, 100, 0, 64, 3 * PAGE].map(reserve);
    expect(addresses).toEqual([64, 128, 256, 256, 320]);
    expect(memory.buffer.byteLength).toBeGreaterThanOrEqual(320 + 3 * PAGE);
  });

  it('takes a storage in with its values, for all who hold a view of it', () => {
    const workspace = createWorkspace();
    const x = parameter([
      [1, 2],
      [3, 4],
    ]);
    const views = [transpose(x), reshape(x, [4])];
    const address = workspace.adopt(x.storage, 'float32');
    expect(x.storage.data.buffer).toBe(workspace.memory.buffer);
    workspace.view(address, 'float32', 4)[1] = 20;
    expect(x.toArray()).toEqual([
      [1, 20],
      [3, 4],
    ]);
    expect(views.map((view) => view.toArray())).toEqual([
      [
        [1, 3],
        [20, 4],
      ],
      [1, 20, 3, 4],
    ]);
    x.assign([5, 6, 7, 8]);
    expect([...workspace.view(address, 'float32', 4)]).toEqual([5, 6, 7, 8]);
  });

  it('takes a storage in once', () => {
    const workspace = createWorkspace();
    const x = parameter([1, 2]);
    const address = workspace.adopt(x.storage, 'float32');
    const { bytes } = workspace;
    expect(workspace.adopt(x.storage, 'float32')).toBe(address);
    expect(workspace.bytes).toBe(bytes);
  });

  it.each(['float32', 'float64', 'int32'] as const)('holds numbers in %s', (dtype) => {
    const workspace = createWorkspace();
    const x = tensor([1, -2, 3], { dtype });
    workspace.adopt(x.storage, dtype);
    workspace.reserve(PAGE);
    expect(x.toArray()).toEqual([1, -2, 3]);
    expect(x.toTypedArray().constructor.name.toLowerCase()).toBe(`${dtype}array`);
  });

  it('keeps the values of what it took in when it grows, also of nothing at all', () => {
    const workspace = createWorkspace();
    const all = [parameter([1, 2, 3]), tensor([], { shape: [0, 3] }), parameter(4)];
    for (const { storage, dtype } of all) workspace.adopt(storage, dtype);
    const before = workspace.memory.buffer;
    workspace.reserve(2 * PAGE);
    expect(workspace.memory.buffer).not.toBe(before);
    workspace.refresh();
    expect(all.map((one) => one.toArray())).toEqual([[1, 2, 3], [], 4]);
    for (const { storage } of all) expect(storage.data.buffer).toBe(workspace.memory.buffer);
  });

  it('gives all plans the same scratch memory, as large as the largest needs', () => {
    const workspace = createWorkspace();
    const first = workspace.scratch(1000);
    expect(workspace.scratch(500)).toBe(first);
    const larger = workspace.scratch(2000);
    expect(larger).toBeGreaterThanOrEqual(first + 1000);
    expect(workspace.scratch(1500)).toBe(larger);
  });
});

describe('two workspaces', () => {
  it('pass a storage back and forth with the values that it has by then', () => {
    const [here, there] = [createWorkspace(), createWorkspace()];
    const x = parameter([1, 2]);
    here.adopt(x.storage, 'float32');
    there.adopt(x.storage, 'float32');
    expect(x.storage.data.buffer).toBe(there.memory.buffer);
    x.assign([3, 4]);
    here.refresh();
    expect(x.storage.data.buffer).toBe(here.memory.buffer);
    expect(x.toArray()).toEqual([3, 4]);
    x.assign([5, 6]);
    there.refresh();
    here.refresh();
    here.refresh();
    expect(x.storage.data.buffer).toBe(here.memory.buffer);
    expect(x.toArray()).toEqual([5, 6]);
  });

  it('leave a storage in the other one when they grow', () => {
    const [here, there] = [createWorkspace(), createWorkspace()];
    const x = parameter([1, 2]);
    here.adopt(x.storage, 'float32');
    there.adopt(x.storage, 'float32');
    x.assign([7, 8]);
    here.reserve(2 * PAGE);
    expect(x.toArray()).toEqual([7, 8]);
    here.refresh();
    expect(x.toArray()).toEqual([7, 8]);
    expect(x.storage.data.buffer).toBe(here.memory.buffer);
  });
});
