/*
 * Copyright 2026 The Quarterdeck Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { describeKubectl, useKubectl } from '../testing/KubectlSession';

describeKubectl('kubectl auth and logs', () => {
  const session = useKubectl();
  const ok = (...words: string[]) => session.kubectl.ok(...words);

  it('tells what somebody may do, and holds them to it', async () => {
    const { kubectl } = session;
    await ok('create', 'serviceaccount', 'robot');
    const robot = '--as=system:serviceaccount:default:robot';
    const may = async (...words: string[]) => {
      const { stdout, code } = await kubectl.run('auth', 'can-i', ...words);
      return [stdout.trim(), code];
    };
    expect(await may('delete', 'pods')).toEqual(['yes', 0]);
    expect(await may('list', 'pods', robot)).toEqual(['no', 1]);
    expect(await kubectl.fails('get', 'pods', robot)).toBe(
      'Error from server (Forbidden): pods is forbidden: User "system:serviceaccount:default:robot" cannot list resource "pods" in API group "" in the namespace "default"\n',
    );

    await ok('create', 'role', 'reader', '--verb=get,list', '--resource=pods');
    await ok(
      'create',
      'rolebinding',
      'reader',
      '--role=reader',
      '--serviceaccount=default:robot',
    );
    expect(await may('list', 'pods', robot)).toEqual(['yes', 0]);
    expect(await may('list', 'pods', '-n', 'checkout', robot)).toEqual([
      'no',
      1,
    ]);
    expect(await may('delete', 'pods', robot)).toEqual(['no', 1]);
    expect(
      await kubectl.table('auth', 'can-i', '--list', '--no-headers', robot),
    ).toContainEqual(['pods', '[]', '[]', '[get list]']);
    expect(await ok('get', 'pods', robot)).toBe('');

    const token = (await ok('create', 'token', 'robot')).trim();
    expect(await ok('auth', 'whoami', `--token=${token}`, '--user=')).toMatch(
      /Username +system:serviceaccount:default:robot/,
    );
  }, 60_000);

  it('prints the last lines of a log, and follows it', async () => {
    await ok('create', 'deployment', 'talker', '--image=talker:1');
    await ok('rollout', 'status', 'deploy/talker');
    const lines: string[] = [];
    for await (const line of session.kubectl.follow(
      'logs',
      '-f',
      'deploy/talker',
    )) {
      lines.push(line);
      if (lines.length === 5) break;
    }
    expect(lines.every(line => line.length > 0)).toBe(true);
    const last = await ok('logs', 'deploy/talker', '--tail=2', '--timestamps');
    expect(last).toMatch(/^(\d{4}-\d\d-\d\dT[\d:.]+Z .+\n){2}$/);
    expect(await session.kubectl.fails('logs', 'nope')).toContain(
      'pods "nope" not found',
    );
    expect(
      await session.kubectl.fails('logs', 'deploy/talker', '-c', 'nope'),
    ).toContain('container nope is not valid for pod talker-');
    expect(
      await session.kubectl.fails('logs', 'deploy/talker', '--previous'),
    ).toContain('previous terminated container "talker" in pod');
  }, 60_000);
});
