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

import { mockServices } from '@backstage/backend-test-utils';
import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ClusterDefinition } from '../ClusterDefinition';
import { KubeconfigSource } from './KubeconfigSource';

jest.setTimeout(20_000);

const kubeconfig = (contexts: Record<string, string>) =>
  JSON.stringify({
    clusters: Object.keys(contexts).map(name => ({
      name,
      cluster: { server: `https://${name}.example.test` },
    })),
    users: Object.entries(contexts).map(([name, token]) => ({
      name,
      user: { token },
    })),
    contexts: Object.keys(contexts).map(name => ({
      name,
      context: { cluster: name, user: name },
    })),
  });

describe('a kubeconfig file', () => {
  let folder: string;
  let file: string;
  let source: KubeconfigSource;
  let reports: Array<readonly ClusterDefinition[]>;
  const waiting = new Set<() => void>();

  const start = () => {
    reports = [];
    source = new KubeconfigSource({
      item: {
        key: 'fleet.clusters[0]',
        folder,
        include: undefined,
        exclude: [],
        demo: false,
        labels: {},
        namespaces: undefined,
        allow: {
          exec: false,
          authProvider: false,
          fileReferences: false,
          proxyUrl: false,
          insecureSkipTlsVerify: false,
          tlsServerName: false,
        },
      },
      from: { file },
      logger: mockServices.logger.mock(),
    });
    source.start(definitions => {
      reports.push(definitions);
      waiting.forEach(look => look());
    });
  };

  const names = () =>
    (reports.at(-1) ?? []).map(({ name, problem }) =>
      problem ? `${name}!` : name,
    );

  /** Waits for the report that has these names; a cluster with a problem is marked. */
  const reported = (...expected: string[]) =>
    new Promise<void>(resolve => {
      const look = () => {
        if (JSON.stringify(names()) === JSON.stringify(expected)) {
          waiting.delete(look);
          resolve();
        }
      };
      waiting.add(look);
      look();
    });

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kubeconfig-'));
    file = path.join(folder, 'config');
    writeFileSync(file, kubeconfig({ east: 'one' }));
  });

  afterEach(async () => {
    await source.stop();
    waiting.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is known at once', () => {
    start();
    expect(names()).toEqual(['east']);
  });

  it('is read again when a context comes or goes', async () => {
    start();
    writeFileSync(file, kubeconfig({ east: 'one', west: 'two' }));
    await reported('east', 'west');
    writeFileSync(file, kubeconfig({ west: 'two' }));
    await reported('west');
    expect(reports.at(-1)![0].problem).toBeUndefined();
  });

  it('is read again when another file takes its place', async () => {
    start();
    const other = path.join(folder, 'other');
    writeFileSync(other, kubeconfig({ north: 'n' }));
    renameSync(other, file);
    await reported('north');
    expect(reports).toHaveLength(2);
  });

  it('is read again as Kubernetes changes what it mounts', async () => {
    const version = (name: string, content: string) => {
      mkdirSync(path.join(folder, name));
      writeFileSync(path.join(folder, name, 'mounted'), content);
      symlinkSync(name, path.join(folder, '..data_tmp'));
      renameSync(path.join(folder, '..data_tmp'), path.join(folder, '..data'));
    };
    version('..1', kubeconfig({ east: 'one' }));
    file = path.join(folder, 'mounted');
    symlinkSync(path.join('..data', 'mounted'), file);
    start();
    version('..2', kubeconfig({ south: 's' }));
    await reported('south');
    expect(reports.at(-1)![0].endpoint!.server.host).toBe('south.example.test');
  });

  it('another token is another endpoint, the same one is not', async () => {
    start();
    const mark = () => reports.at(-1)![0].endpoint!.fingerprint;
    const before = mark();
    expect(before).not.toContain('one');
    writeFileSync(file, kubeconfig({ east: 'one', west: 'two' }));
    await reported('east', 'west');
    expect(mark()).toBe(before);
    writeFileSync(file, kubeconfig({ east: 'other' }));
    await reported('east');
    expect(mark()).not.toBe(before);
  });

  it('keeps what it held while it cannot be read, and says so', async () => {
    start();
    writeFileSync(file, '{');
    await reported('east', 'config!');
    expect(reports.at(-1)![1].problem).toMatchObject({
      advice: expect.stringContaining('Its clusters stay connected'),
    });
    rmSync(file);
    await reported('east', 'config!');
    writeFileSync(file, kubeconfig({ east: 'one' }));
    await reported('east');
  });

  it('is waited for when it is not there yet', async () => {
    rmSync(file);
    start();
    expect(names()).toEqual(['config!']);
    writeFileSync(file, kubeconfig({ late: 'l' }));
    await reported('late');
  });
});
