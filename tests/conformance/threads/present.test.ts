/** How many threads are said to compute. */
import { describe, expect, it } from 'vitest';
import type { Code } from '../../../src/graph/code.ts';
import { createHome } from '../../../src/graph/home.ts';
import type { Home } from '../../../src/tensor/block.ts';
import { CONTROL_BYTES, PRESENT } from '../../../src/threads/control.ts';
import { createTeam } from '../../../src/threads/team.ts';

describe('a team', () => {
  it('has those who are there, of a plan before too, but never more than the plan is for', () => {
    const home = createHome(CONTROL_BYTES) as Home;
    const words = new Int32Array(home.memory.buffer, 0, CONTROL_BYTES / 4);
    const team = createTeam({ start: () => ({ post() {}, end() {} }), cores: 4 });
    expect(team.present()).toBe(1);
    team.enter({ code: { home } as Code, threads: 3 });
    const found = [0, 1, 2, 3, 7].map((there) => {
      Atomics.store(words, PRESENT / 4, there);
      return team.present();
    });
    expect(found).toEqual([1, 2, 3, 3, 3]);
    team.close();
    expect(team.present()).toBe(1);
  });
});
