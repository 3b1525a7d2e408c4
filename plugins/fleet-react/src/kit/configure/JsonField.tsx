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
import { TextAreaField, TextField } from '@backstage/ui';
import { useState } from 'react';
import { fleetReactTranslationRef } from '../../translation';
import type { SettingFieldProps } from './SettingField';

function textOf(value: unknown, list: boolean): string {
  if (value === undefined) return '';
  if (list) return Array.isArray(value) ? value.join(', ') : String(value);
  return JSON.stringify(value, undefined, 2);
}

/** A list of texts joined by commas, or what has no field of its own as JSON. */
export function JsonField(
  props: SettingFieldProps & { label: string; hint: string | undefined },
) {
  const { setting, value, problem, label, hint, onChange } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const list = setting.kind === 'texts';
  const [typed, setTyped] = useState({ text: textOf(value, list), value });
  // Set from outside, such as back to the default.
  const text =
    JSON.stringify(typed.value) === JSON.stringify(value)
      ? typed.text
      : textOf(value, list);
  const change = (next: string) => {
    let read: unknown = next;
    try {
      read = list
        ? next
            .split(',')
            .map(part => part.trim())
            .filter(Boolean)
        : JSON.parse(next);
    } catch {
      // Not JSON yet: the schema says of the text that it is not what is wanted.
    }
    setTyped({ text: next, value: read });
    onChange(read);
  };
  const field = {
    label,
    validationBehavior: 'aria' as const,
    validate: () => problem,
    value: text,
    onChange: change,
  };
  return list ? (
    <TextField {...field} description={hint ?? t('configure.commas')} />
  ) : (
    <TextAreaField {...field} rows={4} description={hint ?? 'JSON'} />
  );
}
