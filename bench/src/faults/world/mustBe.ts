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

/** Thrown when a system does not do what a case requires. */
export class RequirementError extends Error {
  readonly name = 'RequirementError';
}

/** @throws RequirementError with the sentence when it is not true. */
export function mustBe(sentence: string, isSo: boolean): void {
  if (!isSo) throw new RequirementError(sentence);
}

/** Delays between attempts must grow as a backoff does: each at least so much, doubled every time up to the longest. */
export function mustBackOff(
  what: string,
  gaps: readonly number[],
  bounds: { readonly first: number; readonly longest: number },
): void {
  gaps.forEach((gap, index) => {
    const least = Math.min(bounds.longest, bounds.first * 2 ** index);
    mustBe(
      `${what}: attempt ${index + 2} came after ${Math.round(gap)} ms, not ${least} or more`,
      gap >= least,
    );
  });
}
