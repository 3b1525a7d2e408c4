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
import {
  Button,
  ButtonIcon,
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
} from '@backstage/ui';
import {
  DashboardStat,
  StatDisplay,
  statDisplaySchema,
} from '@quarterdeck/backstage-plugin-fleet-common';
import {
  FleetStat,
  fleetStatsApiRef,
  useCardText,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { useState } from 'react';
import { fleetTranslationRef } from '../translation';
import { changeDisplay, moveStat, toggleStat } from './changeStats';
import styles from './StatsSettings.module.css';

/** Chooses the figures of a dashboard, their order and how each is drawn. */
export function StatsSettings(props: {
  stats: readonly DashboardStat[];
  onSave: (stats: DashboardStat[]) => void;
  onClose: () => void;
}) {
  const { onSave, onClose } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const installed = useApi(fleetStatsApiRef).list();
  const [stats, setStats] = useState<DashboardStat[]>([...props.stats]);
  const chosen = stats.flatMap(
    ({ block }) => installed.find(({ id }) => id === block) ?? [],
  );
  const others = installed.filter(
    ({ id }) => !stats.some(({ block }) => block === id),
  );
  const row = (stat: FleetStat) => (
    <StatRow
      key={stat.id}
      stat={stat}
      at={stats.findIndex(({ block }) => block === stat.id)}
      stats={stats}
      onChange={setStats}
    />
  );
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      width="min(560px, calc(100vw - 32px))"
    >
      <DialogHeader>{t('statSettings.title')}</DialogHeader>
      <DialogBody>
        <ul className={styles.list} aria-label={t('statSettings.shown')}>
          {chosen.map(row)}
        </ul>
        {others.length > 0 && (
          <>
            <p className={styles.heading}>{t('statSettings.hidden')}</p>
            <ul className={styles.list} aria-label={t('statSettings.hidden')}>
              {others.map(row)}
            </ul>
          </>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('dashboard.cancel')}
        </Button>
        <Button
          onPress={() => {
            onSave(stats);
            onClose();
          }}
        >
          {t('dashboard.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** Which displays a figure can bear: a ring needs a whole, a sparkline a series. */
function displaysOf(stat: FleetStat): StatDisplay[] {
  return statDisplaySchema.options.filter(
    display => display !== 'sparkline' || stat.series !== undefined,
  );
}

function StatRow(props: {
  stat: FleetStat;
  /** Its place among those that are shown; -1 for one that is not. */
  at: number;
  stats: DashboardStat[];
  onChange: (stats: DashboardStat[]) => void;
}) {
  const { stat, at, stats, onChange } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const title = useCardText(stat.title) ?? stat.id;
  const shown = at >= 0;
  return (
    <li className={styles.row}>
      <Checkbox
        isSelected={shown}
        onChange={() => onChange(toggleStat(stats, stat.id))}
      >
        {title}
      </Checkbox>
      {shown && (
        <span className={styles.end}>
          <Select
            size="small"
            aria-label={t('statSettings.display', { title })}
            options={displaysOf(stat).map(value => ({
              value,
              label: t(`statDisplay.${value}`),
            }))}
            value={stats[at].display}
            onChange={display =>
              onChange(changeDisplay(stats, at, display as StatDisplay))
            }
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiArrowUpLine />}
            aria-label={t('statSettings.up', { title })}
            isDisabled={at === 0}
            onPress={() => onChange(moveStat(stats, at, -1))}
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiArrowDownLine />}
            aria-label={t('statSettings.down', { title })}
            isDisabled={at === stats.length - 1}
            onPress={() => onChange(moveStat(stats, at, 1))}
          />
        </span>
      )}
    </li>
  );
}
