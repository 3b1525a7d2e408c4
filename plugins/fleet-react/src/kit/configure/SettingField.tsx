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

import {
  Checkbox,
  CheckboxGroup,
  NumberField,
  Select,
  Switch,
  TextField,
} from '@backstage/ui';
import { useMemo } from 'react';
import { useCardText } from '../../cards/CardText';
import { useCardTexts } from '../../cards/useCardTexts';
import styles from '../frame/dialogs.module.css';
import { JsonField } from './JsonField';
import { ClustersField, NamespacesField } from './NamesField';
import { inWords, Setting } from './settingsOf';
import { Settings } from './settingValues';

/** What every field of the form is given. */
export interface SettingFieldProps {
  setting: Setting;
  value: unknown;
  /** What the schema finds wrong with the value. */
  problem: string | undefined;
  /** All settings, as namespaces depend on clusters. */
  settings: Settings;
  fields: readonly Setting[];
  onChange(value: unknown): void;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** One setting of a card, by its kind. */
export function SettingField(props: SettingFieldProps) {
  const { setting, value, problem, onChange } = props;
  const { kind, meta } = setting;
  const label = useCardText(meta.label) ?? setting.words;
  const hint = useCardText(meta.hint) ?? setting.description;
  const texts = useCardTexts(
    useMemo(
      () =>
        (setting.options ?? []).map(
          option => meta.options?.[option] ?? inWords(option),
        ),
      [setting.options, meta.options],
    ),
  );
  const options = setting.options?.map((option, index) => ({
    value: option,
    label: texts[index] ?? inWords(option),
  }));
  const described = {
    label,
    description: hint,
    validationBehavior: 'aria' as const,
    validate: () => problem,
  };
  switch (kind) {
    case 'clusters':
      return <ClustersField {...props} />;
    case 'namespaces':
      return <NamespacesField {...props} />;
    case 'switch':
      return (
        <div className={styles.field}>
          <Switch
            label={label}
            isSelected={value === true}
            onChange={onChange}
          />
          {hint && <p className={styles.text}>{hint}</p>}
        </div>
      );
    case 'number':
      return (
        <NumberField
          {...described}
          secondaryLabel={meta.unit}
          minValue={setting.minimum}
          maxValue={setting.maximum}
          step={setting.whole ? 1 : undefined}
          formatOptions={{ maximumFractionDigits: 6 }}
          value={typeof value === 'number' ? value : NaN}
          onChange={next => onChange(Number.isNaN(next) ? undefined : next)}
        />
      );
    case 'choice':
      return (
        <Select
          {...described}
          options={options}
          value={typeof value === 'string' ? value : null}
          onChange={key => onChange(key ?? undefined)}
        />
      );
    case 'choices':
      return (
        <CheckboxGroup
          {...described}
          value={listOf(value)}
          onChange={next =>
            onChange(setting.options?.filter(it => next.includes(it)))
          }
        >
          {options?.map(option => (
            <Checkbox key={option.value} value={option.value}>
              {option.label}
            </Checkbox>
          ))}
        </CheckboxGroup>
      );
    case 'text':
      return (
        <TextField
          {...described}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
    default:
      return <JsonField {...props} label={label} hint={hint} />;
  }
}
