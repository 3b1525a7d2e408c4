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

import { Select } from '@backstage/ui';
import styles from './ObjectTable.module.css';

const ANY = '';

/** A filter of which one value is chosen, or any. */
export function FilterSelect<TValue extends string>(props: {
  label: string;
  /** What stands there when nothing is chosen. */
  any: string;
  options: readonly { value: TValue; label: string }[];
  value: string | undefined;
  onChange: (value: TValue | undefined) => void;
}) {
  const { label, any, options, value, onChange } = props;
  const known = options.some(option => option.value === value);
  return (
    <Select
      className={styles.select}
      size="small"
      aria-label={label}
      options={[{ value: ANY, label: any }, ...options]}
      value={known ? value : ANY}
      onChange={chosen => onChange((chosen || undefined) as TValue | undefined)}
    />
  );
}
