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

import { createHash } from 'node:crypto';
import { Writer } from 'protobufjs';
import { apiVersionOf, ResourceType } from '../../store/ResourceType';
import { messageSchemas } from './messageSchemas';

interface GroupVersion {
  group: string;
  version: string;
  types: ResourceType[];
}

export function openApiIndex(versions: GroupVersion[]): object {
  return {
    paths: Object.fromEntries(
      versions.map(each => {
        const name = `${each.group ? 'apis' : 'api'}/${apiVersionOf(each)}`;
        const kinds = each.types.map(type => [type.kind, type.schema]);
        const hash = createHash('sha512')
          .update(JSON.stringify(kinds))
          .digest('hex')
          .toUpperCase();
        return [
          name,
          { serverRelativeURL: `/openapi/v3/${name}?hash=${hash}` },
        ];
      }),
    ),
  };
}

/** As answers name it; clients may also ask with an `@`, which no parser of media types takes. */
export const OPENAPI_V2_PROTOBUF =
  'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

const V2 = {
  swagger: '2.0',
  info: { title: 'Kubernetes', version: 'v1.36.2' },
  paths: {},
};

/**
 * The older document, without any kind: what clients read it for, they leave
 * to the server when it is silent. `kubectl apply` of a List asks for it.
 */
export function openApiV2(): typeof V2 {
  return V2;
}

/** The same as an `openapi.v2.Document`, which is the form that kubectl reads. */
export function openApiV2Protobuf(): Buffer {
  const writer = Writer.create();
  writer.uint32(0x0a).string(V2.swagger);
  writer.uint32(0x12).fork();
  writer.uint32(0x0a).string(V2.info.title);
  writer.uint32(0x12).string(V2.info.version);
  writer.ldelim();
  return Buffer.from(writer.finish());
}

const SUCCESS = { '200': { description: 'OK' } };

/** Query parameters from which clients learn what the server can do. */
const WRITE_PARAMETERS = ['dryRun', 'fieldManager', 'fieldValidation'].map(
  name => ({
    name,
    in: 'query',
    schema: { type: 'string', uniqueItems: true },
  }),
);

/**
 * A document with the kinds and paths of a group version. Builtin kinds have
 * their fields and types, without descriptions, as far as `messageSchemas`
 * knows them; else they are open objects.
 */
export function openApiDocument(types: ResourceType[]): object {
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'v1.36.2' },
    paths: Object.fromEntries(types.flatMap(paths)),
    components: {
      schemas: Object.assign({}, ...types.map(schemas)),
    },
  };
}

function groupVersionKind({ group, version, kind }: ResourceType) {
  return { group, version, kind };
}

function schemas(type: ResourceType): Record<string, object> {
  const builtin = type.custom ? {} : messageSchemas(type);
  if (Object.keys(builtin).length > 0) return builtin;
  const { group, version, kind } = type;
  const name = `${group.split('.').reverse().join('.')}.${version}.${kind}`;
  return {
    [name]: {
      type: 'object',
      ...(type.schema ?? { 'x-kubernetes-preserve-unknown-fields': true }),
      'x-kubernetes-group-version-kind': [groupVersionKind(type)],
    },
  };
}

function paths(type: ResourceType): Array<[string, object]> {
  const root = `/${type.group ? 'apis' : 'api'}/${apiVersionOf(type)}`;
  const collection = type.namespaced
    ? `${root}/namespaces/{namespace}/${type.plural}`
    : `${root}/${type.plural}`;
  const operation = (action: string, more: object = {}) => ({
    responses: SUCCESS,
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': groupVersionKind(type),
    ...more,
  });
  const writing = { parameters: WRITE_PARAMETERS };
  return [
    [collection, { get: operation('list'), post: operation('post', writing) }],
    [
      `${collection}/{name}`,
      {
        get: operation('get'),
        put: operation('put', writing),
        patch: operation('patch', writing),
        delete: operation('delete', writing),
      },
    ],
  ];
}
