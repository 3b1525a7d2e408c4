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

import type { Field, Message, Type } from 'protobufjs';
import { microTimestamp, timestamp } from '../../world/kubernetesTime';

type Value = any;

/** Fields whose parts JSON shows in place of the field itself. */
export const INLINED = new Set([
  'ephemeralContainerCommon',
  'handler',
  'ingressRuleValue',
  'localObjectReference',
  'persistentVolumeSource',
  'volumeSource',
]);

/**
 * Go's encoder sends a zero for every plain number and bool that nobody set;
 * in the fields below, which are pointers, a zero was meant.
 */
const ZERO_IS_MEANT = new Set([
  'activeDeadlineSeconds',
  'allocateLoadBalancerNodePorts',
  'allowPrivilegeEscalation',
  'allowVolumeExpansion',
  'automountServiceAccountToken',
  'averageUtilization',
  'backoffLimit',
  'backoffLimitPerIndex',
  'blockOwnerDeletion',
  'completions',
  'controller',
  'defaultMode',
  'enableServiceLinks',
  'failedJobsHistoryLimit',
  'fsGroup',
  'gracePeriodSeconds',
  'hostUsers',
  'immutable',
  'maxFailedIndexes',
  'minReplicas',
  'mode',
  'optional',
  'orphanDependents',
  'parallelism',
  'partition',
  'priority',
  'privileged',
  'progressDeadlineSeconds',
  'readOnlyRootFilesystem',
  'ready',
  'replicas',
  'revisionHistoryLimit',
  'runAsGroup',
  'runAsNonRoot',
  'runAsUser',
  'serving',
  'shareProcessNamespace',
  'stabilizationWindowSeconds',
  'startingDeadlineSeconds',
  'successfulJobsHistoryLimit',
  'suspend',
  'terminating',
  'terminationGracePeriodSeconds',
  'tolerationSeconds',
  'ttlSecondsAfterFinished',
  'value',
]);

/** Messages that JSON writes in a form of their own. */
const WRITERS: Record<string, (message: Value) => Value> = {
  Quantity: ({ string }) => string,
  IntOrString: ({ type, intVal, strVal }) =>
    Number(type) === 1 ? strVal : (intVal ?? 0),
  Time: message => time(message, timestamp),
  MicroTime: message => time(message, microTimestamp),
  FieldsV1: ({ Raw }) => parsed(Raw),
  RawExtension: ({ raw }) => parsed(raw),
  ExtraValue: ({ items }) => items,
};

/** Whether JSON writes a message otherwise than as its fields. */
export function isWrittenApart(type: Type): boolean {
  return type.name in WRITERS;
}

/** A decoded message as the JSON that its kind has. */
export function messageToJson(message: Message, type: Type): Value {
  const writer = WRITERS[type.name];
  if (writer) return writer(message);
  const json: Record<string, Value> = {};
  for (const field of type.fieldsArray) {
    if (!Object.hasOwn(message, field.name)) continue;
    const value = fieldToJson((message as Value)[field.name], field);
    if (value === undefined) continue;
    if (INLINED.has(field.name) && typeof value === 'object') {
      Object.assign(json, value);
    } else {
      json[field.name] = value;
    }
  }
  return json;
}

function fieldToJson(value: Value, field: Field): Value {
  if (field.map) {
    const entries = Object.entries(value);
    if (entries.length === 0) return undefined;
    return Object.fromEntries(
      entries.map(([key, each]) => [key, valueToJson(each, field)]),
    );
  }
  if (field.repeated) {
    if (value.length === 0) return undefined;
    return value.map((each: Value) => valueToJson(each, field));
  }
  const json = valueToJson(value, field);
  const isZero = json === 0 || json === false;
  if (isZero && field.resolvedType === null && !ZERO_IS_MEANT.has(field.name)) {
    return undefined;
  }
  return json === '' ? undefined : json;
}

function valueToJson(value: Value, field: Field): Value {
  if (field.resolvedType) {
    return messageToJson(value, field.resolvedType as Type);
  }
  if (field.type === 'bytes') return Buffer.from(value).toString('base64');
  return field.type === 'int64' ? Number(value) : value;
}

/** An unset time comes without its seconds. */
function time(
  message: Value,
  format: (milliseconds: number) => string,
): string | undefined {
  if (!Object.hasOwn(message, 'seconds')) return undefined;
  return format(Number(message.seconds) * 1_000 + message.nanos / 1e6);
}

function parsed(bytes: Uint8Array | undefined): Value {
  return bytes?.length ? JSON.parse(Buffer.from(bytes).toString()) : undefined;
}
