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

const DEFINITION = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'boats.harbour.example.com' },
  spec: {
    group: 'harbour.example.com',
    names: {
      kind: 'Boat',
      plural: 'boats',
      singular: 'boat',
      shortNames: ['bt'],
      categories: ['all'],
    },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: {
          status: {},
          scale: {
            specReplicasPath: '.spec.crew',
            statusReplicasPath: '.status.crew',
          },
        },
        additionalPrinterColumns: [
          { name: 'Crew', type: 'integer', jsonPath: '.spec.crew' },
          { name: 'Flag', type: 'string', jsonPath: '.spec.flag', priority: 1 },
        ],
        schema: {
          openAPIV3Schema: {
            type: 'object',
            description: 'Boat is what floats.',
            properties: {
              spec: {
                type: 'object',
                required: ['crew'],
                properties: {
                  crew: {
                    type: 'integer',
                    minimum: 1,
                    description: 'How many sail it.',
                  },
                  flag: { type: 'string', enum: ['nl', 'de'] },
                },
              },
              status: {
                type: 'object',
                properties: { crew: { type: 'integer' } },
              },
            },
          },
        },
      },
    ],
  },
};

const BOAT = {
  apiVersion: 'harbour.example.com/v1',
  kind: 'Boat',
  metadata: { name: 'tug', namespace: 'default' },
  spec: { crew: 3, flag: 'nl' },
};

describeKubectl('kubectl with custom resources', () => {
  const session = useKubectl();
  const ok = (...words: string[]) => session.kubectl.ok(...words);
  const fails = (...words: string[]) => session.kubectl.fails(...words);

  it('serves a kind from its definition on, and no longer', async () => {
    const { kubectl } = session;
    const definition = kubectl.file('definition.json', DEFINITION);
    expect(await ok('apply', '-f', definition)).toBe(
      'customresourcedefinition.apiextensions.k8s.io/boats.harbour.example.com created\n',
    );
    await ok(
      'wait',
      '--for=condition=established',
      'crd/boats.harbour.example.com',
    );
    expect(await ok('apply', '-f', kubectl.file('boat.json', BOAT))).toBe(
      'boat.harbour.example.com/tug created\n',
    );
    expect(await kubectl.table('get', 'bt')).toEqual([
      ['NAME', 'CREW'],
      ['tug', '3'],
    ]);
    expect(await kubectl.table('get', 'boats', '-o', 'wide')).toEqual([
      ['NAME', 'CREW', 'FLAG'],
      ['tug', '3', 'nl'],
    ]);
    expect(await ok('scale', 'bt/tug', '--replicas=5')).toBe(
      'boat.harbour.example.com/tug scaled\n',
    );
    expect(await ok('get', 'all')).toMatch(
      /boat\.harbour\.example\.com\/tug +5/,
    );
    const patch = (type: string, spec: object) =>
      fails(
        'patch',
        'bt/tug',
        `--type=${type}`,
        '-p',
        JSON.stringify({ spec }),
      );
    expect(await patch('merge', { crew: 0 })).toBe(
      'The Boat "tug" is invalid: spec.crew: Invalid value: 0: spec.crew in body should be greater than or equal to 1\n',
    );
    expect(await patch('merge', { flag: 'fr' })).toBe(
      'The Boat "tug" is invalid: spec.flag: Unsupported value: "fr": supported values: "nl", "de"\n',
    );
    expect(await patch('strategic', { crew: 2 })).toContain(
      'application/strategic-merge-patch+json is not supported by harbour.example.com/v1, Kind=Boat',
    );
    expect(await ok('explain', 'boat.spec')).toMatch(
      /^GROUP: +harbour\.example\.com\nKIND: +Boat\nVERSION: +v1\n.*crew\t<integer> -required-\n +How many sail it\./s,
    );
    expect(
      await kubectl.table('api-resources', '--api-group=harbour.example.com'),
    ).toEqual([
      ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'],
      ['boats', 'bt', 'harbour.example.com/v1', 'true', 'Boat'],
    ]);

    await ok('delete', '-f', definition);
    expect(await fails('get', 'boats.v1.harbour.example.com')).toMatch(
      /the server could not find the requested resource|doesn't have a resource type/,
    );
    expect(
      await ok(
        'api-resources',
        '--api-group=harbour.example.com',
        '--no-headers',
      ),
    ).toBe('');
  }, 60_000);
});
