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
import type { StatusCause } from '../../ApiError';

const SUBDOMAIN_DETAIL =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL_DETAIL =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const SERVICE_DETAIL =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const VALUE_DETAIL =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

const KEY_DETAIL =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SERVICE = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const KEY = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const PATH_SEGMENT = /^(?!\.{1,2}$)[^/%]+$/;

interface NameRule {
  pattern: RegExp;
  detail: string;
  length: number;
}

const RBAC = 'rbac.authorization.k8s.io';

function ruleOf(type: ResourceType): NameRule {
  if (type.group === RBAC) {
    return {
      pattern: PATH_SEGMENT,
      detail: "may not contain '/'",
      length: 253,
    };
  }
  if (type.group === '' && type.kind === 'Namespace') {
    return { pattern: LABEL, detail: LABEL_DETAIL, length: 63 };
  }
  if (type.group === '' && type.kind === 'Service') {
    return { pattern: SERVICE, detail: SERVICE_DETAIL, length: 63 };
  }
  return { pattern: SUBDOMAIN, detail: SUBDOMAIN_DETAIL, length: 253 };
}

export function validateNames(
  type: ResourceType,
  { metadata }: KubeObjectInput,
): StatusCause[] {
  const causes: StatusCause[] = [];
  const { pattern, detail, length } = ruleOf(type);
  const breach = (field: string, value: string, text: string) =>
    causes.push({
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(value)}: ${text}`,
      field,
    });
  if (!metadata.name) {
    causes.push({
      reason: 'FieldValueRequired',
      message: 'Required value: name or generateName is required',
      field: 'metadata.name',
    });
  } else if (metadata.name.length > length) {
    breach(
      'metadata.name',
      metadata.name,
      `must be no more than ${length} bytes`,
    );
  } else if (!pattern.test(metadata.name)) {
    breach('metadata.name', metadata.name, detail);
  }
  for (const [key, value] of Object.entries(metadata.labels ?? {})) {
    const [name, prefix] = key.split('/').reverse();
    if (prefix !== undefined && !SUBDOMAIN.test(prefix)) {
      breach('metadata.labels', key, `prefix part ${SUBDOMAIN_DETAIL}`);
    }
    if (!KEY.test(name) || name.length > 63) {
      breach('metadata.labels', key, KEY_DETAIL);
    }
    if (typeof value !== 'string' || !VALUE.test(value) || value.length > 63) {
      breach('metadata.labels', value, VALUE_DETAIL);
    }
  }
  return causes;
}
