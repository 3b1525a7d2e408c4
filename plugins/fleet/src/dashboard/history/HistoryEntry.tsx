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
import { Button, ButtonIcon } from '@backstage/ui';
import { CardHistoryEntry } from '@quarterdeck/backstage-plugin-fleet-common';
import { Age } from '@quarterdeck/backstage-plugin-fleet-react';
import {
  RiCloseLine,
  RiDeleteBinLine,
  RiEyeLine,
  RiSwapLine,
} from '@remixicon/react';
import { fleetTranslationRef } from '../../translation';
import styles from './CardHistory.module.css';

const icons = {
  viewed: RiEyeLine,
  removed: RiDeleteBinLine,
  replaced: RiSwapLine,
};

/** Something that happened to a card. */
export function HistoryEntry(props: {
  entry: CardHistoryEntry;
  name: string;
  /** It is on the dashboard now. */
  present: boolean;
  onPutBack: () => void;
  onForget: () => void;
}) {
  const { entry, name, present, onPutBack, onForget } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const Icon = icons[entry.kind];
  return (
    <li className={styles.entry}>
      <Icon aria-hidden size={16} className={styles.icon} />
      <span className={styles.texts}>
        <span className={styles.name}>{name}</span>
        <span className={styles.when}>
          {t(`cardHistory.${entry.kind}`)} · <Age since={entry.at} />
          {present && ` · ${t('cardHistory.present')}`}
        </span>
      </span>
      {!present && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t('cardHistory.putBackName', { name })}
          onPress={onPutBack}
        >
          {t('cardHistory.putBack')}
        </Button>
      )}
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiCloseLine />}
        aria-label={t('cardHistory.forget', { name })}
        onPress={onForget}
      />
    </li>
  );
}
