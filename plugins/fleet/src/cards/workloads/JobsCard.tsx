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
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useCardConfig } from '@quarterdeck/backstage-plugin-fleet-react';
import { useRef, useState } from 'react';
import { fleetTranslationRef } from '../../translation';
import { CronJobList } from './CronJobList';
import { JobList } from './JobList';
import { jobsConfig } from './workloadConfig';

const kinds = ['jobs', 'cronJobs'] as const;

/** Jobs, failed ones first, or CronJobs with when they are due. */
export function JobsCard() {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { show, onlyTroubled } = useCardConfig(jobsConfig);
  const [chosen, choose] = useState<(typeof kinds)[number]>();
  const shown = chosen ?? show;
  // Each list draws the switch anew: who has used it goes on from there.
  const moved = useRef(false);
  const toggle = (
    <ToggleButtonGroup
      aria-label={t('jobs.show')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown]}
      onSelectionChange={keys => {
        moved.current = true;
        choose(kinds.find(kind => keys.has(kind)));
      }}
    >
      {kinds.map(kind => (
        <ToggleButton
          key={kind}
          id={kind}
          size="small"
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={moved.current && kind === shown}
          onFocus={() => {
            moved.current = false;
          }}
        >
          {t(`jobs.${kind}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  return shown === 'jobs' ? (
    <JobList toggle={toggle} onlyTroubled={onlyTroubled} />
  ) : (
    <CronJobList toggle={toggle} />
  );
}
