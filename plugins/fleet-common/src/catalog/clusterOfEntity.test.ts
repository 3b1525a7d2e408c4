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

import { ClusterEntity, clusterOfEntity } from './clusterOfEntity';

const clusters = [
  {
    cluster: 'prod',
    aliases: ['admin@prod'],
    server: 'https://prod.example:6443/',
  },
  { cluster: 'stage', aliases: [], server: 'https://stage.example' },
  { cluster: 'proxied', aliases: ['prod-2'] },
];

const resource = (
  name: string,
  annotations?: Record<string, string>,
): ClusterEntity => ({
  kind: 'Resource',
  metadata: { name, annotations },
  spec: { type: 'kubernetes-cluster' },
});
const annotated = (cluster: string, server = 'https://stage.example') => ({
  'quarterdeck.io/cluster': cluster,
  'kubernetes.io/api-server': server,
});
const withServer = (server: string) => ({ 'kubernetes.io/api-server': server });

describe('clusterOfEntity', () => {
  it.each<[string, ClusterEntity, string | undefined]>([
    ['the annotation first', resource('stage', annotated('prod')), 'prod'],
    ['an alias', resource('any', annotated('admin@prod')), 'prod'],
    [
      'no guess past the annotation',
      resource('stage', annotated('gone')),
      undefined,
    ],
    [
      'the server next',
      resource('prod', withServer('https://stage.example')),
      'stage',
    ],
    [
      'a server spelt otherwise',
      resource('any', withServer('HTTPS://Prod.Example:6443')),
      'prod',
    ],
    [
      'a server with its port',
      resource('any', withServer('https://stage.example:443/')),
      'stage',
    ],
    [
      'no server in part',
      resource('any', withServer('https://prod.example')),
      undefined,
    ],
    [
      'the name last',
      resource('prod', withServer('https://other.example')),
      'prod',
    ],
    ['the name of an alias', resource('prod-2'), 'proxied'],
    [
      'an address that is none',
      resource('stage', withServer('stage')),
      'stage',
    ],
    ['nothing', resource('other'), undefined],
    [
      'no other type',
      { ...resource('prod'), spec: { type: 'database' } },
      undefined,
    ],
    ['no other kind', { ...resource('prod'), kind: 'Component' }, undefined],
    ['the kind in any case', { ...resource('prod'), kind: 'resource' }, 'prod'],
  ])('goes by %s', (_, entity, cluster) => {
    expect(clusterOfEntity(entity, clusters)?.cluster).toBe(cluster);
  });
});
