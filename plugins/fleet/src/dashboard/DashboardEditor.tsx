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
  DashboardCard,
  DashboardContent,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  CardMessage,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { fleetDashboardsApiRef } from '../dashboards/api/DashboardsApi';
import { useDashboardSaver } from '../dashboards/saving/useDashboardSaver';
import { PageHeader } from '../page/PageHeader';
import { StatsSettings } from '../stats/StatsSettings';
import { fleetTranslationRef } from '../translation';
import { CardChanges } from './CardChanges';
import { CardCatalogue } from './catalogue/CardCatalogue';
import { DashboardMenu } from './DashboardMenu';
import { DashboardNotices } from './DashboardNotices';
import { DashboardTools } from './DashboardTools';
import { DashboardView } from './DashboardView';
import { useLayoutHistory } from './grid/history/useLayoutHistory';
import { CardHistory } from './history/CardHistory';
import { SaveMark } from './SaveMark';
import { absolute } from './absolute';

/** A dashboard that the person may change: what is done to it is saved by itself. */
export function DashboardEditor(props: {
  dashboard: Dashboard;
  /** Path of the page, which is not the dashboard's own when it is shown first. */
  path: string;
}) {
  const { dashboard, path } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const api = useApi(fleetDashboardsApiRef);
  const fleetPath = useFleetPath();
  const history = useLayoutHistory(dashboard.content);
  const { content } = history;
  // What the backend has, or will have once the saver is done.
  const sent = useRef(content);
  const adopt = (theirs: Dashboard) => {
    sent.current = theirs.content;
    history.reset(theirs.content);
  };
  const { saver, state } = useDashboardSaver(dashboard, adopt);
  useEffect(() => {
    if (sent.current === content) return;
    sent.current = content;
    saver.change({ content });
  }, [content, saver]);

  const [remembering, setRemembering] = useState(false);
  const [figuring, setFiguring] = useState(false);
  const [choosing, setChoosing] = useState<{ replacing?: DashboardCard }>();
  const latest = useRef(content);
  latest.current = content;
  const { change } = history;
  const changes = useMemo(
    () =>
      new CardChanges({
        change: (make, options) => {
          const next: DashboardContent = make(latest.current);
          latest.current = next;
          change(next, options);
        },
        find: id => latest.current.cards.find(it => it.id === id),
        askReplacement: replacing => setChoosing({ replacing }),
        // That it is not remembered is no reason to hold anybody up.
        remember: (kind, card) =>
          void api
            .remember({ kind, dashboard: dashboard.id, card })
            .catch(() => {}),
      }),
    [api, change, dashboard.id],
  );
  const present = useMemo(
    () => new Set(content.cards.map(({ card }) => card)),
    [content.cards],
  );

  return (
    <>
      <PageHeader
        path={path}
        title={dashboard.title}
        aside={<SaveMark state={state} onRetry={() => saver.flush()} />}
        actions={
          <>
            <DashboardTools history={history} onAdd={() => setChoosing({})} />
            <DashboardMenu
              dashboard={dashboard}
              content={content}
              saver={saver}
              onContent={history.change}
              onFigures={() => setFiguring(true)}
              onHistory={() => setRemembering(true)}
            />
          </>
        }
      />
      <DashboardNotices
        dashboard={dashboard}
        state={state}
        saver={saver}
        onContent={history.change}
        onTheirs={theirs => {
          saver.adopt(theirs);
          adopt(theirs);
        }}
      />
      <DashboardView
        content={content}
        changes={changes}
        onMove={cards => history.change({ ...latest.current, cards })}
        address={absolute(fleetPath(`dashboards/${dashboard.slug}`))}
        empty={
          <CardMessage
            title={t('dashboard.empty')}
            text={t('dashboard.emptyText')}
            action={
              <Button size="small" onPress={() => setChoosing({})}>
                {t('dashboard.add')}
              </Button>
            }
          />
        }
      />
      {remembering && (
        <CardHistory
          dashboard={dashboard.id}
          cards={content.cards}
          onPutBack={({ card }) => changes.putBack(card)}
          onClose={() => setRemembering(false)}
        />
      )}
      {figuring && (
        <StatsSettings
          stats={content.stats}
          onSave={stats => history.change({ ...latest.current, stats })}
          onClose={() => setFiguring(false)}
        />
      )}
      <CardCatalogue
        open={choosing !== undefined}
        mode={choosing?.replacing ? 'replace' : 'add'}
        replacing={choosing?.replacing}
        present={present}
        onClose={() => setChoosing(undefined)}
        onAdd={cards => {
          if (choosing?.replacing) {
            changes.replaceBy(choosing.replacing, cards[0]);
          } else {
            changes.add(cards);
          }
          setChoosing(undefined);
        }}
      />
    </>
  );
}
