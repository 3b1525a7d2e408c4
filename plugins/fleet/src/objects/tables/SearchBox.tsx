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

import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import styles from './ObjectTable.module.css';

const TYPED_MS = 250;

/** A search that is asked for when the person pauses. */
export function SearchBox(props: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const { label, value, onChange } = props;
  const [text, setText] = useState(value);
  const sent = useRef(value);
  // Changed by something else, such as the browser's buttons.
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, TYPED_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <SearchField
      className={styles.search}
      size="small"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={setText}
    />
  );
}
