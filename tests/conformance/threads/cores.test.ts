/** How many cores there are for a process: limits of containers, as Linux writes them. */
import { describe, expect, it } from 'vitest';
import { quotaOf } from '../../../src/threads/cores.ts';

function reader(files: Readonly<Record<string, string>>) {
  return (path: string) => {
    if (path in files) return files[path];
    throw new Error(`ENOENT: ${path}`);
  };
}

const OWN = '/proc/self/cgroup';
const V2 = '/sys/fs/cgroup';
const V1 = '/sys/fs/cgroup/cpu';

describe('the processors of a control group', () => {
  it.each<[string, Readonly<Record<string, string>>, number | undefined]>([
    ['no Linux', {}, undefined],
    ['a group without files', { [OWN]: '0::/\n' }, undefined],
    ['no limit', { [OWN]: '0::/\n', [`${V2}/cpu.max`]: 'max 100000\n' }, undefined],
    ['a container', { [OWN]: '0::/\n', [`${V2}/cpu.max`]: '150000 100000\n' }, 1.5],
    ['less than one', { [OWN]: '0::/\n', [`${V2}/cpu.max`]: '20000 100000\n' }, 0.2],
    [
      'a service within a slice that has less',
      {
        [OWN]: '0::/system.slice/train.service\n',
        [`${V2}/system.slice/train.service/cpu.max`]: '800000 100000\n',
        [`${V2}/system.slice/cpu.max`]: '200000 100000\n',
      },
      2,
    ],
    [
      'a service that has less than its slice',
      {
        [OWN]: '0::/system.slice/train.service\n',
        [`${V2}/system.slice/train.service/cpu.max`]: '100000 50000\n',
        [`${V2}/system.slice/cpu.max`]: '800000 100000\n',
        [`${V2}/cpu.max`]: 'max 100000\n',
      },
      2,
    ],
    [
      'the first version',
      {
        [OWN]: '5:devices:/docker/a\n3:cpu,cpuacct:/docker/a\n2:cpuset:/docker/a\n',
        [`${V1}/docker/a/cpu.cfs_quota_us`]: '300000\n',
        [`${V1}/docker/a/cpu.cfs_period_us`]: '100000\n',
        [`${V1}/cpu.cfs_quota_us`]: '-1\n',
        [`${V1}/cpu.cfs_period_us`]: '100000\n',
      },
      3,
    ],
    [
      'the first version, of which the container sees its own group as the root',
      {
        [OWN]: '3:cpu:/docker/a\n',
        [`${V1}/cpu.cfs_quota_us`]: '250000\n',
        [`${V1}/cpu.cfs_period_us`]: '100000\n',
      },
      2.5,
    ],
    [
      'both versions, the first of which counts processors only',
      { [OWN]: '1:cpuset:/\n0::/\n', [`${V2}/cpu.max`]: '200000 100000\n' },
      2,
    ],
  ])('%s', (_, files, processors) => {
    expect(quotaOf(reader(files))).toBe(processors);
  });
});
