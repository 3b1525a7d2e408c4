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

import { checkFaultRule } from './checkFaultRule';

describe('checkFaultRule', () => {
  it('makes an expression of its text', () => {
    expect(
      checkFaultRule({
        match: { path: { regex: '^/api/', flags: 'i' } },
        fault: { type: 'hang' },
      }),
    ).toEqual({ match: { path: /^\/api\//i }, fault: { type: 'hang' } });
  });

  it.each([
    [{}, /^fault: /],
    [{ fault: { type: 'explode' } }, /^fault\.type: /],
    [{ fault: { type: 'hang', milliseconds: 1 } }, /^fault: .*"milliseconds"/],
    [{ fault: { type: 'status', code: 200 } }, /^fault\.code: /],
    [{ fault: { type: 'delay', milliseconds: -1 } }, /^fault\.milliseconds: /],
    [{ times: 0, fault: { type: 'hang' } }, /^times: /],
    [
      { match: { verbs: ['connect'] }, fault: { type: 'hang' } },
      /^match\.verbs\.0: /,
    ],
    [{ match: { path: 'api' }, fault: { type: 'hang' } }, /^match\.path: /],
    [
      { match: { path: { regex: '(' } }, fault: { type: 'hang' } },
      /^match\.path: /,
    ],
    [
      { fault: { type: 'clock-skew', milliseconds: 1_500 } },
      /^fault\.milliseconds: a clock is wrong by whole seconds$/,
    ],
    [
      {
        times: 1,
        fault: { type: 'flap', upMilliseconds: 1, downMilliseconds: 1 },
      },
      /^flap concerns connections: it takes no match, times or skip$/,
    ],
    ['hang', /expected object/],
  ])('refuses %j', (rule, message) => {
    expect(() => checkFaultRule(rule)).toThrow(
      expect.objectContaining({
        name: 'FaultRuleError',
        message: expect.stringMatching(message),
      }),
    );
  });
});
