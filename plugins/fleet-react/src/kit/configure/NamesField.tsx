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
import { Button, Select } from '@backstage/ui';
import {
  clustersHealthView,
  namespacesView,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useCardText } from '../../cards/CardText';
import { useView } from '../../hooks/useView';
import { fleetReactTranslationRef } from '../../translation';
import styles from '../frame/dialogs.module.css';
import type { SettingFieldProps } from './SettingField';

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function NamesField(
  props: SettingFieldProps & {
    label: string;
    hint: string;
    all: string;
    known: ReadonlyMap<string, string>;
  },
) {
  const { setting, value, problem, onChange, all, known } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const label = useCardText(setting.meta.label) ?? props.label;
  const hint = useCardText(setting.meta.hint) ?? props.hint;
  const chosen = namesIn(value);
  // One that is not there now stays chosen until somebody takes it out.
  const names = new Map([
    ...chosen.map(name => [name, name] as const),
    ...known,
  ]);
  const options = [...names]
    .map(([name, title]) => ({ value: name, label: title }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div className={styles.names}>
      <Select
        label={label}
        description={hint}
        className={styles.picker}
        selectionMode="multiple"
        search={{ placeholder: t('card.search') }}
        placeholder={all}
        options={options}
        validationBehavior="aria"
        validate={() => problem}
        value={chosen}
        onChange={(keys: readonly (string | number)[]) =>
          onChange(keys.map(String))
        }
      />
      {chosen.length > 0 && (
        <Button size="small" variant="tertiary" onPress={() => onChange([])}>
          {all}
        </Button>
      )}
    </div>
  );
}

/** Picks clusters of the fleet; none picked means all. */
export function ClustersField(props: SettingFieldProps) {
  const { t } = useTranslationRef(fleetReactTranslationRef);
  // Of the whole fleet: the page, and the card itself, may be limited to some of them.
  const { rows } = useView(clustersHealthView, {}, { scope: {} });
  return (
    <NamesField
      {...props}
      label={t('configure.clusters')}
      hint={t('configure.clustersHint')}
      all={t('configure.allClusters')}
      known={new Map(rows.map(row => [row.cluster, row.title]))}
    />
  );
}

/** Picks namespaces of the clusters that are picked; none picked means all. */
export function NamespacesField(props: SettingFieldProps) {
  const { settings, fields } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const clusters = fields
    .filter(({ kind }) => kind === 'clusters')
    .flatMap(({ name }) => namesIn(settings[name]));
  const { rows } = useView(
    namespacesView,
    {},
    { scope: clusters.length > 0 ? { clusters } : {} },
  );
  return (
    <NamesField
      {...props}
      label={t('configure.namespaces')}
      hint={t('configure.namespacesHint')}
      all={t('configure.allNamespaces')}
      known={new Map(rows.map(row => [row.namespace, row.namespace]))}
    />
  );
}
