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

import { FleetAccess } from '../../rbac/fleetAccess';
import { excessiveRights } from './excessiveRights';

const access: FleetAccess[] = [
  {
    purpose: 'Read pods',
    scope: 'namespace',
    part: 'read',
    verbs: ['get', 'list', 'watch'],
    group: '',
    resource: 'pods',
  },
  {
    purpose: 'Scale workload',
    scope: 'namespace',
    part: 'action:workload.scale',
    verbs: ['get', 'patch'],
    group: 'apps',
    resource: 'deployments/scale',
  },
];

function rule(verbs: string, group: string, resources: string) {
  return {
    verbs: verbs.split(' '),
    apiGroups: [group],
    resources: resources.split(' '),
    resourceNames: [],
  };
}

describe('excessiveRights', () => {
  it.each<[string, ReturnType<typeof rule>, ...string[]]>([
    ['reading', rule('get list watch', '', 'pods nodes')],
    ['what an action does', rule('patch', 'apps', 'deployments/scale')],
    [
      'questions about oneself',
      rule('create', 'authorization.k8s.io', 'selfsubjectaccessreviews'),
    ],
    ['everything', rule('*', '*', '*'), 'everything'],
    ['secrets', rule('get', '', 'secrets'), 'contents of secrets'],
    [
      'secrets among all',
      rule('get list', '', '*'),
      'contents of secrets included',
    ],
    ['impersonation', rule('impersonate', '', 'users'), 'impersonate (users)'],
    ['deletion', rule('get delete', '', 'pods'), 'delete pods, which nothing'],
    [
      'more than an action does',
      rule('update patch', 'apps', 'deployments/scale'),
      'update deployments/scale of apps',
    ],
    ['commands in pods', rule('create', '', 'pods/exec'), 'create pods/exec'],
  ])('judges %s', (_, granted, ...sentences) => {
    const found = excessiveRights([granted, granted], access);
    expect(found).toEqual(
      sentences.map(sentence => expect.stringContaining(sentence)),
    );
  });
});
