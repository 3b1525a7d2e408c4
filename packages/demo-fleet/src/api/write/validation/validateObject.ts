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
import { invalid, StatusCause } from '../../ApiError';
import { labelSelectorPredicate } from '../../selectors/labelSelector';
import { validateNames } from './validateNames';
import { validatePodSpec } from './validatePodSpec';
import { validateSchema } from './validateSchema';

const TEMPLATED = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'];

export function required(field: string, detail = ''): StatusCause {
  return {
    reason: 'FieldValueRequired',
    message: `Required value${detail && `: ${detail}`}`,
    field,
  };
}

export function invalidValue(
  field: string,
  value: unknown,
  detail: string,
): StatusCause {
  return {
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${JSON.stringify(value)}: ${detail}`,
    field,
  };
}

/** Refuses an object that breaks a rule of its kind, naming each breach. */
export function validateObject(
  type: ResourceType,
  object: KubeObjectInput,
): void {
  const causes = [
    ...validateNames(type, object),
    ...(type.custom
      ? validateSchema(type.schema, object, '')
      : validateSpec(type.kind, object)),
  ];
  if (causes.length > 0) {
    throw invalid(type, object.metadata.name ?? '', causes);
  }
}

function validateSpec(kind: string, object: any): StatusCause[] {
  const { spec } = object;
  if (kind === 'Pod') return validatePodSpec(spec, 'spec');
  if (TEMPLATED.includes(kind)) return validateTemplated(spec);
  if (kind === 'Job') {
    return validatePodSpec(spec?.template?.spec, 'spec.template.spec');
  }
  if (kind === 'CronJob') {
    return [
      ...(spec?.schedule ? [] : [required('spec.schedule')]),
      ...validatePodSpec(
        spec?.jobTemplate?.spec?.template?.spec,
        'spec.jobTemplate.spec.template.spec',
      ),
    ];
  }
  if (kind === 'Service') {
    const needsPorts =
      spec?.type !== 'ExternalName' && spec?.clusterIP !== 'None';
    return needsPorts && !spec?.ports?.length ? [required('spec.ports')] : [];
  }
  return [];
}

function validateTemplated(spec: any): StatusCause[] {
  const causes: StatusCause[] = [];
  if (spec?.replicas < 0) {
    causes.push(
      invalidValue(
        'spec.replicas',
        spec.replicas,
        'must be greater than or equal to 0',
      ),
    );
  }
  const labels = spec?.template?.metadata?.labels;
  if (!spec?.selector) {
    causes.push(required('spec.selector'));
  } else if (!labelSelectorPredicate(spec.selector)(labels)) {
    causes.push({
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(
        labels ?? null,
      )}: \`selector\` does not match template \`labels\``,
      field: 'spec.template.metadata.labels',
    });
  }
  return [
    ...causes,
    ...validatePodSpec(spec?.template?.spec, 'spec.template.spec'),
  ];
}
