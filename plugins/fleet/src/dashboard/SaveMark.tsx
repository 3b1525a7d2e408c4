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
import { StatusChip } from '@quarterdeck/backstage-plugin-fleet-react';
import { messageOf } from '../connect/requestErrors';
import { SaveState } from '../dashboards/saving/DashboardSaver';
import { fleetTranslationRef } from '../translation';
import styles from './dashboard.module.css';

/** Whether what was done to the dashboard is kept. */
export function SaveMark(props: { state: SaveState; onRetry: () => void }) {
  const { state, onRetry } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  return (
    <span className={styles.saving} role="status">
      {state.step === 'saved' && t('dashboard.saved')}
      {state.step === 'saving' && t('dashboard.saving')}
      {state.step === 'conflict' && (
        <StatusChip tone="warning" word={t('dashboard.notSaved')} />
      )}
      {state.step === 'failed' && (
        <>
          <span
            title={t('dashboard.notSavedHint', {
              error: messageOf(state.error),
            })}
          >
            <StatusChip tone="error" word={t('dashboard.notSaved')} />
          </span>
          <Button size="small" variant="tertiary" onPress={onRetry}>
            {t('dashboard.saveAgain')}
          </Button>
        </>
      )}
    </span>
  );
}
