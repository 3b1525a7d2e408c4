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

import { maskedLines, parsePath } from './maskedLines';

const yaml = `metadata:
  annotations:
    a.b/c: '{"token":"[masked]"}'
data:
  password: "[masked]"
  tls.key: "[masked]"
spec:
  containers:
    - name: app
      env:
        - name: TOKEN
          value: "[masked]"
`;

describe('maskedLines', () => {
  it.each([
    ['.data.password', 5],
    ['.data["tls.key"]', 6],
    ['.spec.containers[0].env[0].value', 12],
    ['.metadata.annotations["a.b/c"]', 3],
    // On inside a text that is JSON itself.
    ['.metadata.annotations["a.b/c"].token', 3],
  ])('finds %s', (path, line) => {
    expect([...maskedLines(yaml, [{ path, reason: 'why' }])]).toEqual([
      [line, 'why'],
    ]);
  });

  it.each(['.data.absent', '.absent.password', 'password', '', '[', '.a..b'])(
    'marks nothing for %p',
    path => {
      expect(maskedLines(yaml, [{ path, reason: 'why' }]).size).toBe(0);
    },
  );

  it('reads the steps of a path', () => {
    expect(parsePath(`.a[3]["x\\"y.z"]['q'].b`)).toEqual([
      'a',
      3,
      'x"y.z',
      'q',
      'b',
    ]);
  });
});
