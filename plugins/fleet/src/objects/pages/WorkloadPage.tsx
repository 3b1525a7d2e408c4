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
import { Button } from '@backstage/ui';
import {
  ObjectAddress,
  scaleWorkloadAction,
  WorkloadKind,
  workloadsView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  useActionAllowed,
  useLiveObject,
  useView,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useState } from 'react';
import { ScaleDialog } from '../../scale/ScaleDialog';
import { fleetTranslationRef } from '../../translation';
import { WorkloadStatusChip } from '../tables/workloadColumns';
import { ObjectNotice } from './ObjectNotice';
import { ObjectPageFrame } from './ObjectPageFrame';
import styles from './pages.module.css';
import { useObjectScope, useObjectTabs } from './useObjectTabs';
import { WorkloadOverview } from './WorkloadOverview';

/** A workload: where its rollout stands, and its pods. */
export function WorkloadPage(props: {
  address: ObjectAddress;
  kind: WorkloadKind;
}) {
  const { address, kind } = props;
  const { name } = address;
  const { t } = useTranslationRef(fleetTranslationRef);
  const scope = useObjectScope(address);
  const view = useView(workloadsView, { kinds: [kind], name }, { scope });
  const row = view.rows.find(it => it.name === name && it.kind === kind);
  const live = useLiveObject(address, row);
  const common = useObjectTabs({ address, kind, live });
  const [scaling, setScaling] = useState(false);
  const { disabledReason } = useActionAllowed(scaleWorkloadAction);
  return (
    <ObjectPageFrame
      address={address}
      kind={kind}
      chip={row && <WorkloadStatusChip row={row} t={t} />}
      actions={
        row &&
        kind === 'Deployment' && (
          <span title={disabledReason} className={styles.action}>
            <Button
              size="small"
              variant="secondary"
              isDisabled={disabledReason !== undefined}
              onPress={() => setScaling(true)}
            >
              {t('scale.action')}
            </Button>
            {scaling && (
              <ScaleDialog deployment={row} onClose={() => setScaling(false)} />
            )}
          </span>
        )
      }
      notice={<ObjectNotice state={live} address={address} />}
      tabs={[
        {
          id: 'overview',
          label: t('object.overview'),
          render: () => (
            <WorkloadOverview
              address={address}
              kind={kind}
              row={row}
              object={live.object}
            />
          ),
        },
        ...common,
      ]}
    />
  );
}
