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

describeKubectl('kubectl create, run, expose and autoscale', () => {
  const session = useKubectl();
  const ok = (...words: string[]) => session.kubectl.ok(...words);
  const fails = (...words: string[]) => session.kubectl.fails(...words);

  it('creates by words what it would from a file', async () => {
    await ok('create', 'namespace', 'lab');
    const create = (...words: string[]) => ok('create', '-n', 'lab', ...words);
    await create('deployment', 'web', '--image=web:1', '--port=8080');
    await create('configmap', 'conf', '--from-literal=a=b');
    await create('secret', 'generic', 'key', '--from-literal=password=hunter2');
    await create('quota', 'many', '--hard=pods=10,requests.cpu=4');
    await create('serviceaccount', 'robot');
    await create('service', 'clusterip', 'web', '--tcp=80:8080');
    await create('ingress', 'web', '--rule=shop.example/cart*=web:80');
    await create('pdb', 'web', '--selector=app=web', '--min-available=50%');
    await create('role', 'reader', '--verb=get,list', '--resource=pods');
    await create(
      'rolebinding',
      'reader',
      '--role=reader',
      '--serviceaccount=lab:robot',
    );
    await create(
      'cronjob',
      'report',
      '--image=report:1',
      '--schedule=0 3 * * *',
      '--',
      'report',
      '--daily',
    );
    expect(await create('job', 'today', '--from=cronjob/report')).toBe(
      'job.batch/today created\n',
    );

    const { kubectl } = session;
    const get = async (object: string) =>
      kubectl.json('get', '-n', 'lab', object);
    const { spec } = await get('deploy/web');
    expect(spec.template).toEqual({
      metadata: { labels: { app: 'web' } },
      spec: expect.objectContaining({
        containers: [
          expect.objectContaining({
            name: 'web',
            image: 'web:1',
            ports: [{ containerPort: 8080, protocol: 'TCP' }],
            resources: {},
          }),
        ],
      }),
    });
    expect((await get('cm/conf')).data).toEqual({ a: 'b' });
    expect((await get('secret/key')).data).toEqual({
      password: Buffer.from('hunter2').toString('base64'),
    });
    expect((await get('quota/many')).spec).toEqual({
      hard: { pods: '10', 'requests.cpu': '4' },
    });
    expect((await get('svc/web')).spec).toMatchObject({
      ports: [{ name: '80-8080', port: 80, protocol: 'TCP', targetPort: 8080 }],
      selector: { app: 'web' },
      type: 'ClusterIP',
    });
    expect((await get('ingress/web')).spec).toEqual({
      rules: [
        {
          host: 'shop.example',
          http: {
            paths: [
              {
                path: '/cart',
                pathType: 'Prefix',
                backend: { service: { name: 'web', port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    });
    expect((await get('pdb/web')).spec).toEqual({
      minAvailable: '50%',
      selector: { matchLabels: { app: 'web' } },
    });
    expect((await get('role/reader')).rules).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
    ]);
    expect((await get('rolebinding/reader')).subjects).toEqual([
      { kind: 'ServiceAccount', name: 'robot', namespace: 'lab' },
    ]);
    const job = await get('job/today');
    expect(job.metadata.annotations).toEqual({
      'cronjob.kubernetes.io/instantiate': 'manual',
    });
    expect(job.metadata.ownerReferences).toEqual([
      expect.objectContaining({
        kind: 'CronJob',
        name: 'report',
        controller: true,
      }),
    ]);
    expect(job.spec.template.spec.containers[0].command).toEqual([
      'report',
      '--daily',
    ]);
    expect(await fails('create', 'namespace', 'lab')).toBe(
      'Error from server (AlreadyExists): namespaces "lab" already exists\n',
    );
    expect(await fails('create', 'deployment', 'Web', '--image=w')).toContain(
      'Deployment.apps "Web" is invalid: metadata.name: Invalid value: "Web": a lowercase RFC 1123 subdomain',
    );
  }, 60_000);

  it('runs a pod, exposes a deployment and scales it by itself', async () => {
    expect(
      await ok(
        'run',
        'once',
        '--image=busybox',
        '--restart=Never',
        '--env=A=1',
      ),
    ).toBe('pod/once created\n');
    await ok('create', 'deployment', 'front', '--image=front:1');
    expect(
      await ok('expose', 'deploy/front', '--port=80', '--target-port=8080'),
    ).toBe('service/front exposed\n');
    const { spec } = await session.kubectl.json('get', 'svc/front');
    expect(spec).toMatchObject({
      clusterIP: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
      ports: [{ port: 80, protocol: 'TCP', targetPort: 8080 }],
      selector: { app: 'front' },
    });
    expect(
      await ok(
        'autoscale',
        'deploy/front',
        '--min=2',
        '--max=5',
        '--cpu-percent=70',
      ),
    ).toBe('horizontalpodautoscaler.autoscaling/front autoscaled\n');
    expect((await session.kubectl.json('get', 'hpa/front')).spec).toEqual({
      minReplicas: 2,
      maxReplicas: 5,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 70 },
          },
        },
      ],
      scaleTargetRef: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: 'front',
      },
    });
  }, 60_000);
});
