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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  Dashboard,
  DashboardContent,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  fleetCardsApiRef,
  fleetDashboardTemplatesApiRef,
  useCardText,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { ReactNode } from 'react';
import { DashboardSaver, SaveState } from '../dashboards/saving/DashboardSaver';
import { templateContent } from '../dashboards/templates/templateContent';
import { fleetTranslationRef } from '../translation';
import styles from './dashboard.module.css';

/** What the person has to decide about the dashboard: somebody else's changes, a newer template. */
export function DashboardNotices(props: {
  dashboard: Dashboard;
  state: SaveState;
  saver: DashboardSaver;
  onContent: (content: DashboardContent) => void;
  onTheirs: (dashboard: Dashboard) => void;
}) {
  const { dashboard, state, saver, onContent, onTheirs } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const templates = useApi(fleetDashboardTemplatesApiRef).list();
  const installed = useApi(fleetCardsApiRef).list();
  const template = templates.find(it => it.id === dashboard.template?.id);
  const title = useCardText(template?.title);
  const newer =
    template &&
    dashboard.template &&
    template.version > dashboard.template.version
      ? { id: template.id, version: template.version }
      : undefined;
  return (
    <>
      {state.step === 'conflict' && (
        <Notice
          text={t('dashboard.conflict', {
            who: state.theirs.updatedBy.replace(/^[^/]*\//, ''),
          })}
        >
          <Button
            size="small"
            variant="secondary"
            onPress={() => onTheirs(state.theirs)}
          >
            {t('dashboard.conflictTheirs')}
          </Button>
          <Button size="small" onPress={() => saver.keepMine()}>
            {t('dashboard.conflictMine')}
          </Button>
        </Notice>
      )}
      {newer && state.step !== 'conflict' && (
        <Notice text={t('dashboard.newer', { title: title ?? '' })}>
          <Button
            size="small"
            variant="secondary"
            onPress={() => saver.change({ template: newer })}
          >
            {t('dashboard.newerKeep')}
          </Button>
          <Button
            size="small"
            onPress={() => {
              saver.change({ template: newer });
              onContent(templateContent(template!, installed));
            }}
          >
            {t('dashboard.newerUse')}
          </Button>
        </Notice>
      )}
    </>
  );
}

function Notice(props: { text: string; children: ReactNode }) {
  return (
    <div role="alert" className={styles.notice}>
      <span className={styles.noticeText}>{props.text}</span>
      {props.children}
    </div>
  );
}
