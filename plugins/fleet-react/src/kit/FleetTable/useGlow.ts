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

import { RefObject, useLayoutEffect, useRef } from 'react';
import { glow } from './glow';

/**
 * Lets an element glow when something becomes another value; a row does only when something in it changed.
 *
 * @param arrived - whether it glows for having come, too
 */
export function useGlow<T extends HTMLElement>(
  value: unknown,
  arrived: boolean,
): RefObject<T> {
  const element = useRef<T>(null);
  const seen = useRef<{ value: unknown }>();
  useLayoutEffect(() => {
    const news = seen.current ? !Object.is(seen.current.value, value) : arrived;
    seen.current = { value };
    if (news && element.current) glow(element.current);
    // That it arrived is said once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [value]);
  return element;
}
