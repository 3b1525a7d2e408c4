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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NumberField } from '@backstage/ui';
import {
  WorkloadRow,
  MAX_REPLICAS,
  scaleWorkloadAction,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { ActionDialog } from '@quarterdeck/backstage-plugin-fleet-react';
import { fleetTranslationRef } from '../translation';

/** Asks how many replicas a deployment shall have, shows what would change, and scales it. */
export function ScaleDialog(props: {
  deployment: WorkloadRow;
  onClose: () => void;
}) {
  const { deployment, onClose } = props;
  const { cluster, namespace, name, replicas = 0 } = deployment;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <ActionDialog
      action={scaleWorkloadAction}
      title={t('scale.title', { name })}
      initialInput={{
        cluster,
        namespace,
        kind: 'Deployment',
        name,
        replicas,
      }}
      confirmLabel={input =>
        Number.isInteger(input.replicas)
          ? t('scale.confirm', { replicas: String(input.replicas) })
          : t('scale.confirmNothing')
      }
      form={({ input, change, disabled }) => (
        <NumberField
          // The first thing to do in the dialog that was just opened.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          label={t('scale.replicas')}
          description={t('scale.now', { count: replicas })}
          minValue={0}
          maxValue={MAX_REPLICAS}
          value={input.replicas}
          isDisabled={disabled}
          onChange={value => change({ replicas: value })}
        />
      )}
      onClose={onClose}
    />
  );
}
