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

import { useEffect, useState } from 'react';
import { Button } from '@backstage/ui';

/** Copies a text and says so for two seconds. @public */
export function CopyButton(props: {
  text: string;
  label: string;
  doneLabel: string;
  /** It is what to do next. */
  primary?: boolean;
}) {
  const { text, label, doneLabel, primary } = props;
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(false), 2_000);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = async () => {
    // Absent where the page is not served over https; selecting the text still works there.
    await navigator.clipboard?.writeText(text);
    setDone(Boolean(navigator.clipboard));
  };
  return (
    <Button
      size="small"
      variant={primary ? 'primary' : 'tertiary'}
      onPress={copy}
    >
      {done ? doneLabel : label}
    </Button>
  );
}
