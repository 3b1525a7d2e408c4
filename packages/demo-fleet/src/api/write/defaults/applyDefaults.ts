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

import type { KubeObjectInput } from '../../../store/KubeObject';
import type { ResourceType } from '../../../store/ResourceType';
import { isObject } from '../../patch/mergePatch';
import { podDefaults } from './podDefaults';
import { workloadDefaults } from './workloadDefaults';

type Defaults = (object: any) => any;

function servicePort(port: any): any {
  return {
    ...port,
    protocol: port.protocol ?? 'TCP',
    targetPort: port.targetPort ?? port.port,
  };
}

const DEFAULTS: Record<string, Defaults> = {
  ...workloadDefaults,
  Pod: podDefaults,
  Namespace: namespace => ({
    ...namespace,
    metadata: {
      ...namespace.metadata,
      labels: {
        ...namespace.metadata.labels,
        'kubernetes.io/metadata.name': namespace.metadata.name,
      },
    },
    spec: { finalizers: ['kubernetes'], ...namespace.spec },
  }),
  Secret: ({ stringData, ...secret }) => ({
    ...secret,
    ...((secret.data || stringData) && {
      data: {
        ...secret.data,
        ...Object.fromEntries(
          Object.entries(stringData ?? {}).map(([key, value]) => [
            key,
            Buffer.from(String(value)).toString('base64'),
          ]),
        ),
      },
    }),
    type: secret.type ?? 'Opaque',
  }),
  Service: service => ({
    ...service,
    spec: {
      ...service.spec,
      ...(service.spec?.ports && {
        ports: service.spec.ports.map(servicePort),
      }),
      type: service.spec?.type ?? 'ClusterIP',
      sessionAffinity: service.spec?.sessionAffinity ?? 'None',
    },
  }),
  CustomResourceDefinition: definition => ({
    ...definition,
    spec: {
      ...definition.spec,
      names: {
        ...definition.spec?.names,
        singular:
          definition.spec?.names?.singular ??
          definition.spec?.names?.kind?.toLowerCase(),
        listKind:
          definition.spec?.names?.listKind ??
          `${definition.spec?.names?.kind}List`,
      },
      conversion: definition.spec?.conversion ?? { strategy: 'None' },
    },
  }),
};

/** The object as the server keeps it: defaults filled in, empty values left out. */
export function applyDefaults(
  type: ResourceType,
  object: KubeObjectInput,
): KubeObjectInput {
  if (type.custom) return schemaDefaults(type.schema, object);
  const { metadata, ...rest } = withoutNulls(object);
  const clean = { metadata: withoutEmptyMaps(metadata ?? {}), ...rest };
  const builtin = DEFAULTS[type.kind];
  return builtin ? builtin(clean) : clean;
}

const NULLABLE = ['firstTimestamp', 'lastTimestamp', 'eventTime'];

function withoutNulls(value: any): any {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, each]) => each !== null || NULLABLE.includes(key))
      .map(([key, each]) => [key, withoutNulls(each)]),
  );
}

function withoutEmptyMaps(metadata: any): any {
  return Object.fromEntries(
    Object.entries(metadata).filter(
      ([, each]) =>
        typeof each !== 'object' || Object.keys(each ?? {}).length > 0,
    ),
  );
}

function schemaDefaults(schema: any, value: any): any {
  if (!schema) return value;
  if (Array.isArray(value)) {
    return value.map(each => schemaDefaults(schema.items, each));
  }
  if (!isObject(value)) return value;
  const result: any = { ...value };
  for (const [key, property] of Object.entries<any>(schema.properties ?? {})) {
    if (result[key] === undefined && property.default !== undefined) {
      result[key] = property.default;
    }
    if (result[key] !== undefined) {
      result[key] = schemaDefaults(property, result[key]);
    }
  }
  return result;
}
