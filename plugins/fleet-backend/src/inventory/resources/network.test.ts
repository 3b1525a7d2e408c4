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

import { projectObject, recordedRows } from './__testUtils__/projectRows';
import { ingresses } from './ingresses';
import { networkPolicies } from './networkPolicies';
import { services } from './services';

const metadata = { uid: 'u', name: 's', namespace: 'n' };

describe('services', () => {
  it('projects the recorded ones', () => {
    const rows = recordedRows(services).map(row => [
      row.name,
      row.type,
      row.status,
      row.severity,
      row.headless,
      row.clusterIp,
      row.ports,
    ]);
    const open = (ip: string) => [undefined, false, ip];
    expect(rows).toEqual([
      ['orphan', 'ClusterIP', 'Set up', ...open('198.19.1.57'), ['80/TCP']],
      [
        'postgres',
        'ClusterIP',
        'Set up',
        undefined,
        true,
        undefined,
        ['5432/TCP'],
      ],
      [
        'kubernetes',
        'ClusterIP',
        'No selector',
        ...open('198.19.1.1'),
        ['443/TCP'],
      ],
      ['api', 'NodePort', 'Set up', ...open('198.19.1.181'), ['80:32587/TCP']],
      [
        'lb',
        'LoadBalancer',
        'No address',
        'warning',
        false,
        '198.19.1.236',
        ['443:31098/TCP'],
      ],
      ['web', 'ClusterIP', 'Set up', ...open('198.19.1.240'), ['80/TCP']],
    ]);
  });

  const selector = { app: 'web' };
  it.each<[string, object, object]>([
    [
      'nothing but a name',
      {},
      { type: 'ClusterIP', status: 'No selector', ports: [], addresses: [] },
    ],
    [
      'an address of its load balancer',
      {
        spec: { type: 'LoadBalancer', selector },
        status: { loadBalancer: { ingress: [{ hostname: 'a.example' }, {}] } },
      },
      { status: 'Set up', addresses: ['a.example'] },
    ],
    [
      'an address from outside instead of a load balancer',
      {
        spec: { type: 'LoadBalancer', selector, externalIPs: ['192.0.2.1'] },
        status: { loadBalancer: { ingress: null } },
      },
      { status: 'Set up', addresses: ['192.0.2.1'] },
    ],
    [
      'the name of another host',
      { spec: { type: 'ExternalName', externalName: 'db.example' } },
      { status: 'Set up', addresses: ['db.example'], hasSelector: false },
    ],
    [
      'ports of other protocols',
      { spec: { selector, ports: [{ port: 53, protocol: 'UDP' }, {}] } },
      { ports: ['53/UDP', '?/TCP'] },
    ],
    [
      'a deletion',
      {
        metadata: { ...metadata, deletionTimestamp: '2026-01-01T00:00:00Z' },
        spec: { type: 'LoadBalancer' },
      },
      { status: 'Terminating', severity: 'progress' },
    ],
  ])('reads one with %s', (_, object, expected) => {
    expect(projectObject(services, { metadata, ...object })).toMatchObject(
      expected,
    );
  });

  it('leaves out types that nobody knows', () => {
    expect(
      projectObject(services, { metadata, spec: { type: 'Teleport' } }),
    ).toBeUndefined();
  });
});

describe('ingresses', () => {
  it('projects the recorded one', () => {
    expect(recordedRows(ingresses)).toEqual([
      {
        uid: '425aa13a-f6c8-417a-9b88-32aa5aac7509',
        cluster: 'east',
        namespace: 'shop',
        name: 'web',
        status: 'No address',
        severity: 'warning',
        className: '',
        hosts: ['shop1.example.test'],
        tls: 'none',
        addresses: [],
        created: Date.parse('2026-11-20T23:56:50Z'),
      },
    ]);
  });

  it('knows the class of before there was a field, and addresses of both kinds', () => {
    expect(
      projectObject(ingresses, {
        metadata: {
          ...metadata,
          annotations: { 'kubernetes.io/ingress.class': 'nginx' },
        },
        status: {
          loadBalancer: {
            ingress: [{ ip: '203.0.113.1' }, { hostname: 'lb.example' }],
          },
        },
      }),
    ).toMatchObject({
      status: 'Has address',
      className: 'nginx',
      hosts: ['*'],
      addresses: ['203.0.113.1', 'lb.example'],
    });
  });

  it.each<[string, string[], object[] | undefined, string]>([
    ['no certificate', ['a.example'], undefined, 'none'],
    ['one for its host', ['a.example'], [{ hosts: ['a.example'] }], 'all'],
    ['one for another', ['a.example'], [{ hosts: ['b.example'] }], 'none'],
    [
      'one for the first of two',
      ['a.example', 'b.example'],
      [{ hosts: ['a.example'] }],
      'some',
    ],
    ['a wildcard', ['a.b.example'], [{ hosts: ['*.b.example'] }], 'all'],
    [
      'a wildcard too high',
      ['a.b.example'],
      [{ hosts: ['*.example'] }],
      'none',
    ],
    ['one without hosts', ['a.example'], [{}], 'all'],
  ])('says of one with %s how far it is secured', (_, hosts, tls, secured) => {
    const spec = { rules: hosts.map(host => ({ host })), tls };
    expect(projectObject(ingresses, { metadata, spec }).tls).toBe(secured);
  });
});

describe('network policies', () => {
  it('projects the recorded one', () => {
    expect(recordedRows(networkPolicies)).toEqual([
      {
        uid: '6964a273-b0be-4635-ae22-63a45e14dae4',
        cluster: 'east',
        namespace: 'data',
        name: 'deny-all',
        ingress: true,
        egress: false,
        allPods: true,
        created: Date.parse('2026-11-20T23:56:50Z'),
      },
    ]);
  });

  const some = { matchLabels: { app: 'web' } };
  const expression = {
    matchExpressions: [{ key: 'app', operator: 'Exists' }],
  };
  it.each<[string, object, [boolean, boolean, boolean]]>([
    ['no types', {}, [true, false, true]],
    ['no types and rules for egress', { egress: [{}] }, [true, true, true]],
    ['egress alone', { policyTypes: ['Egress'] }, [false, true, true]],
    ['some pods', { podSelector: some }, [true, false, false]],
    ['an expression', { podSelector: expression }, [true, false, false]],
  ])('reads one with %s', (_, spec, expected) => {
    const row = projectObject(networkPolicies, { metadata, spec });
    expect([row.ingress, row.egress, row.allPods]).toEqual(expected);
  });
});
