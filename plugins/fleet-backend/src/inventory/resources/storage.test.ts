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
import { persistentVolumeClaims } from './persistentVolumeClaims';
import { persistentVolumes } from './persistentVolumes';
import { resourceQuotas } from './resourceQuotas';
import { storageClasses } from './storageClasses';

const GIB = 2 ** 30;
const metadata = { uid: 'u', name: 'c', namespace: 'n' };

describe('claims', () => {
  it('projects the recorded ones', () => {
    const rows = recordedRows(persistentVolumeClaims);
    expect(rows).toEqual([
      {
        uid: '77f65cba-5e96-4def-827b-f13f1176468c',
        cluster: 'east',
        namespace: 'data',
        name: 'never-bound',
        status: 'Pending',
        phase: 'Pending',
        severity: 'warning',
        storageClass: 'missing-class',
        volume: undefined,
        requested: GIB,
        capacity: undefined,
        accessModes: ['RWO'],
        created: Date.parse('2026-11-20T23:56:50Z'),
      },
      expect.objectContaining({
        name: 'pgdata-postgres-0',
        status: 'Bound',
        storageClass: 'manual',
        volume: 'pg-1-0',
        requested: 5 * GIB,
        capacity: 10 * GIB,
      }),
      expect.objectContaining({
        name: 'pgdata-postgres-1',
        status: 'Pending',
        severity: 'warning',
      }),
    ]);
    expect(rows[1]).not.toHaveProperty('severity');
  });

  it.each<[string, object, object]>([
    [
      'nothing but a name',
      { metadata },
      {
        status: 'Unknown',
        severity: 'warning',
        storageClass: '',
        requested: undefined,
        accessModes: [],
        created: 0,
      },
    ],
    [
      'a lost volume',
      { metadata, status: { phase: 'Lost' } },
      { status: 'Lost', severity: 'error' },
    ],
    [
      'a deletion',
      {
        metadata: { ...metadata, deletionTimestamp: '2026-01-01T00:00:00Z' },
        status: { phase: 'Bound' },
      },
      { status: 'Terminating', phase: 'Bound', severity: 'progress' },
    ],
    [
      'the annotation of before there was a field for its class',
      {
        metadata: {
          ...metadata,
          annotations: { 'volume.beta.kubernetes.io/storage-class': 'old' },
        },
      },
      { storageClass: 'old' },
    ],
    [
      'a resize under way',
      {
        metadata,
        status: {
          phase: 'Bound',
          conditions: [
            { type: 'FileSystemResizePending', status: 'True', message: 'm' },
          ],
        },
      },
      { status: 'Bound', severity: 'progress', message: 'm' },
    ],
    [
      'a resize that failed',
      {
        metadata,
        status: {
          phase: 'Bound',
          conditions: [
            { type: 'Resizing', status: 'True' },
            {
              type: 'ControllerResizeError',
              status: 'True',
              message: 'quota exceeded',
            },
          ],
        },
      },
      { severity: 'warning', message: 'quota exceeded' },
    ],
    [
      'a resize that is over',
      {
        metadata,
        status: {
          phase: 'Bound',
          conditions: [{ type: 'Resizing', status: 'False' }],
        },
      },
      { status: 'Bound' },
    ],
  ])('reads one with %s', (_, object, expected) => {
    expect(projectObject(persistentVolumeClaims, object)).toMatchObject(
      expected,
    );
  });
});

describe('volumes', () => {
  it('projects the recorded one, without the name of its claim', () => {
    const [row] = recordedRows(persistentVolumes);
    expect(row).toEqual({
      uid: 'dd3a067a-7510-47c4-92d6-fed55165be00',
      cluster: 'east',
      namespace: '',
      name: 'pg-1-0',
      status: 'Bound',
      severity: undefined,
      message: undefined,
      storageClass: 'manual',
      capacity: 10 * GIB,
      reclaimPolicy: 'Retain',
      created: Date.parse('2026-11-20T23:56:50Z'),
    });
    expect(JSON.stringify(row)).not.toContain('postgres');
  });

  it.each([
    ['Failed', 'error'],
    ['Released', 'warning'],
    ['Pending', 'progress'],
    ['Available', undefined],
    [undefined, undefined],
  ])('takes the phase %s for %s', (phase, severity) => {
    const row = projectObject(persistentVolumes, {
      metadata,
      status: { phase },
    });
    expect([row.status, row.severity]).toEqual([phase ?? 'Unknown', severity]);
    expect(row.capacity).toBeUndefined();
  });
});

describe('storage classes', () => {
  it('tells the default one', () => {
    const annotation = 'storageclass.kubernetes.io/is-default-class';
    const row = (value?: string, fields = {}) =>
      projectObject(storageClasses, {
        metadata: {
          ...metadata,
          annotations: value && { [annotation]: value },
        },
        ...fields,
      });
    expect(
      row('true', {
        provisioner: 'ebs.csi.aws.com',
        volumeBindingMode: 'WaitForFirstConsumer',
        allowVolumeExpansion: true,
      }),
    ).toMatchObject({
      provisioner: 'ebs.csi.aws.com',
      isDefault: true,
      waits: true,
      expandable: true,
    });
    expect(row('false')).toMatchObject({
      provisioner: '',
      isDefault: false,
      waits: false,
      expandable: false,
    });
    expect(row()).toMatchObject({ isDefault: false });
  });
});

describe('quotas', () => {
  const share = (hard: object, used?: object) =>
    projectObject(resourceQuotas, {
      metadata,
      spec: { hard },
      status: { used },
    }).share;

  it('says how much of the fullest limit is used', () => {
    expect(
      share(
        { pods: '10', 'requests.cpu': '4' },
        { pods: '5', 'requests.cpu': '3' },
      ),
    ).toBe(0.75);
    expect(share({ pods: '10' }, { pods: '12' })).toBe(1.2);
  });

  it('leaves it out where nothing is counted, or nothing allowed', () => {
    expect(share({ pods: '10' })).toBeUndefined();
    expect(share({ secrets: '0' }, { secrets: '0' })).toBeUndefined();
  });
});
