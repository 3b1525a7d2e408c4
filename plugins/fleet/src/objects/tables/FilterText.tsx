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

import { TextField } from '@backstage/ui';
import { useEffect, useState } from 'react';
import styles from './ObjectTable.module.css';

/** A filter of free text that takes effect with Enter or when it is left. */
export function FilterText(props: {
  label: string;
  placeholder?: string;
  value: string | undefined;
  invalid?: boolean;
  onChange: (text: string | undefined) => void;
}) {
  const { label, placeholder = label, value = '', invalid, onChange } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    const trimmed = text.trim();
    if (trimmed !== value) onChange(trimmed || undefined);
  };
  return (
    <TextField
      className={styles.text}
      size="small"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      isInvalid={invalid}
      onChange={setText}
      onBlur={commit}
      onKeyDown={event => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
