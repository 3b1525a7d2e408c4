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

const NOT_READY = 'node.kubernetes.io/not-ready';
const UNREACHABLE = 'node.kubernetes.io/unreachable';

function pullPolicy(image: unknown): string {
  const [, tag] = /:([^:/]+)$/.exec(String(image)) ?? [];
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent';
}

function probeDefaults(probe: any): any {
  if (!probe) return probe;
  const result = {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
    ...probe,
  };
  if (probe.httpGet) {
    result.httpGet = { path: '/', scheme: 'HTTP', ...probe.httpGet };
  }
  return result;
}

function envDefaults(env: any): any {
  const fieldRef = env.valueFrom?.fieldRef;
  if (!fieldRef) return env;
  return {
    ...env,
    valueFrom: {
      ...env.valueFrom,
      fieldRef: { apiVersion: 'v1', ...fieldRef },
    },
  };
}

function containerDefaults(container: any): any {
  const resources = { ...container.resources };
  if (resources.limits) {
    resources.requests = { ...resources.limits, ...resources.requests };
  }
  const result = {
    ...container,
    resources,
    terminationMessagePath:
      container.terminationMessagePath ?? '/dev/termination-log',
    terminationMessagePolicy: container.terminationMessagePolicy ?? 'File',
    imagePullPolicy: container.imagePullPolicy ?? pullPolicy(container.image),
  };
  if (container.ports) {
    result.ports = container.ports.map((port: any) => ({
      ...port,
      protocol: port.protocol ?? 'TCP',
    }));
  }
  if (container.env) result.env = container.env.map(envDefaults);
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    if (container[probe]) result[probe] = probeDefaults(container[probe]);
  }
  return result;
}

function volumeDefaults(volume: any): any {
  const result = { ...volume };
  for (const source of ['configMap', 'secret', 'projected', 'downwardAPI']) {
    if (volume[source])
      result[source] = { defaultMode: 420, ...volume[source] };
  }
  const { name, ...sources } = volume;
  return Object.keys(sources).length === 0 ? { name, emptyDir: {} } : result;
}

/** What the server fills in for the spec of a pod or of a pod template. */
export function podSpecDefaults(spec: any): any {
  if (!spec) return spec;
  const result = {
    ...spec,
    containers: (spec.containers ?? []).map(containerDefaults),
    restartPolicy: spec.restartPolicy ?? 'Always',
    terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
    dnsPolicy: spec.dnsPolicy ?? 'ClusterFirst',
    securityContext: spec.securityContext ?? {},
    schedulerName: spec.schedulerName ?? 'default-scheduler',
  };
  if (spec.initContainers) {
    result.initContainers = spec.initContainers.map(containerDefaults);
  }
  if (spec.volumes) result.volumes = spec.volumes.map(volumeDefaults);
  if (spec.serviceAccountName) {
    result.serviceAccount = spec.serviceAccountName;
  }
  return result;
}

export function podTemplateDefaults(template: any): any {
  return (
    template && {
      ...template,
      metadata: template.metadata ?? {},
      spec: podSpecDefaults(template.spec),
    }
  );
}

function tolerations(spec: any): any[] {
  const given: any[] = spec.tolerations ?? [];
  const missing = [NOT_READY, UNREACHABLE]
    .filter(
      key =>
        !given.some(
          each =>
            (each.key === key || !each.key) &&
            (!each.effect || each.effect === 'NoExecute'),
        ),
    )
    .map(key => ({
      key,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: 300,
    }));
  return [...given, ...missing];
}

export function qosClass(spec: any): string {
  const containers: any[] = [
    ...(spec.containers ?? []),
    ...(spec.initContainers ?? []),
  ];
  const resources = containers.map(each => each.resources ?? {});
  const isEmpty = (value: object | undefined) =>
    Object.keys(value ?? {}).length === 0;
  if (resources.every(each => isEmpty(each.requests) && isEmpty(each.limits))) {
    return 'BestEffort';
  }
  const guaranteed = resources.every(each =>
    ['cpu', 'memory'].every(
      name =>
        each.limits?.[name] !== undefined &&
        (each.requests?.[name] ?? each.limits[name]) === each.limits[name],
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

/** What defaulting and admission make of a new pod. */
export function podDefaults(pod: any): any {
  const spec = podSpecDefaults(pod.spec);
  const account = spec?.serviceAccountName || 'default';
  return {
    ...pod,
    spec: spec && {
      ...spec,
      serviceAccountName: account,
      serviceAccount: account,
      tolerations: tolerations(spec),
      priority: spec.priority ?? 0,
      enableServiceLinks: spec.enableServiceLinks ?? true,
      preemptionPolicy: spec.preemptionPolicy ?? 'PreemptLowerPriority',
    },
  };
}
