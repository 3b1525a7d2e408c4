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

import type { Message, Type } from 'protobufjs';
import { badRequest } from '../ApiError';
import { messageToJson } from './messageToJson';
import { kindMessage, messageType } from './messageTypes';

export const PROTOBUF = 'application/vnd.kubernetes.protobuf';

/** Starts every body in this encoding: "k8s" and a zero. */
const PREFIX = Buffer.from([0x6b, 0x38, 0x73, 0]);

const MACHINERY = 'k8s.io.apimachinery.pkg';

interface Envelope extends Message {
  typeMeta?: { apiVersion?: string; kind?: string };
  raw?: Uint8Array;
}

/**
 * The object in a protobuf body, as JSON. Clients made from Go types (such as
 * `kubectl create deployment` since 1.32) send no other encoding.
 */
export function readProtobuf(body: Buffer): any {
  if (!body.subarray(0, PREFIX.length).equals(PREFIX)) {
    throw badRequest('provided data does not appear to be a protobuf message');
  }
  const envelope: Envelope = decode(
    messageType(`${MACHINERY}.runtime.Unknown`)!,
    body.subarray(PREFIX.length),
  );
  const { apiVersion = '', kind = '' } = envelope.typeMeta ?? {};
  const type = typeOf(apiVersion, kind);
  if (!type) {
    throw badRequest(
      `no kind "${kind}" is registered for version "${apiVersion}"`,
    );
  }
  const message = decode(type, envelope.raw ?? Buffer.alloc(0));
  return { apiVersion, kind, ...messageToJson(message, type) };
}

function decode(type: Type, bytes: Uint8Array): Message {
  try {
    return type.decode(bytes);
  } catch (error) {
    throw badRequest(`error decoding protobuf: ${(error as Error).message}`);
  }
}

function typeOf(apiVersion: string, kind: string): Type | undefined {
  // The only kind that goes by the group of what it is about.
  if (kind === 'DeleteOptions') {
    return messageType(`${MACHINERY}.apis.meta.v1.${kind}`);
  }
  const [version, group = ''] = apiVersion.split('/').reverse();
  return kindMessage({ group, version, kind });
}
