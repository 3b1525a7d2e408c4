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
  ActionOutcome,
  ActionPreview,
  ActionRef,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useAction } from '../../hooks/useAction';
import { ActionProblem, actionProblem, isAnswered } from './actionProblem';
import { newIdempotencyKey } from './newIdempotencyKey';

interface Previewed<TInput> {
  input: TInput;
  preview: ActionPreview;
  /** Made once for each preview: what was confirmed runs at most once, however often it is sent. */
  idempotencyKey: string;
}

/** Where a person stands between asking for an action and its end. */
export type ActionPhase<TInput> =
  /** Keeps the preview of the fields as they were before, so that nothing moves away under the pointer. */
  | { step: 'form'; problem?: ActionProblem; outdated?: ActionPreview }
  | { step: 'previewing'; outdated?: ActionPreview }
  /** Renewed when another effect was confirmed than it would have now. */
  | ({ step: 'previewed'; renewed?: boolean } & Previewed<TInput>)
  | ({ step: 'running' } & Previewed<TInput>)
  /** Sent, and no answer came. */
  | ({ step: 'uncertain'; message: string } & Previewed<TInput>)
  | { step: 'refused'; problem: ActionProblem }
  | { step: 'finished'; outcome: ActionOutcome };

/** The preview that stays in view while the fields no longer agree with it. */
function outdatedBy(phase: ActionPhase<unknown>): ActionPreview | undefined {
  switch (phase.step) {
    case 'previewed':
      return phase.preview;
    case 'form':
    case 'previewing':
      return phase.outdated;
    default:
      return undefined;
  }
}

function hasSameEffect(a: ActionPreview, b: ActionPreview): boolean {
  const effect = ({ target, sentence, changes, warnings }: ActionPreview) =>
    JSON.stringify([target.uid, sentence, changes, warnings]);
  return effect(a) === effect(b);
}

/** Leads an action from its preview to its outcome. Nothing runs that was not previewed, and nothing runs twice. */
export function useActionFlow<TInput extends z.ZodObject>(
  action: ActionRef<TInput, any>,
) {
  type Input = z.input<TInput>;
  const { preview: askPreview, run } = useAction(action);
  const [phase, setPhase] = useState<ActionPhase<Input>>({ step: 'form' });
  // Read at once by the second click of a double click, before anything is drawn.
  const current = useRef<ActionPhase<Input>>(phase);
  const request = useRef<AbortController>();

  const enter = useCallback((next: ActionPhase<Input>) => {
    current.current = next;
    setPhase(next);
  }, []);

  useEffect(() => () => request.current?.abort(), []);

  const edit = useCallback(() => {
    const { step } = current.current;
    if (step === 'form' || step === 'running' || step === 'finished') return;
    request.current?.abort();
    enter({ step: 'form', outdated: outdatedBy(current.current) });
  }, [enter]);

  const preview = useCallback(
    async (input: Input) => {
      const { step } = current.current;
      if (step === 'previewing' || step === 'running') return;
      const controller = new AbortController();
      request.current = controller;
      enter({ step: 'previewing', outdated: outdatedBy(current.current) });
      try {
        const answer = await askPreview(input, { signal: controller.signal });
        if (controller.signal.aborted) return;
        enter({
          step: 'previewed',
          input,
          preview: answer,
          idempotencyKey: newIdempotencyKey(),
        });
      } catch (error) {
        if (controller.signal.aborted) return;
        enter({ step: 'form', problem: actionProblem(error) });
      }
    },
    [askPreview, enter],
  );

  const execute = useCallback(
    async (previewed: Previewed<Input>, reason: string | undefined) => {
      const { input, idempotencyKey } = previewed;
      const { uid, resourceVersion } = previewed.preview.target;
      enter({ step: 'running', ...previewed });
      try {
        // Not aborted when the dialog goes: what was confirmed is done.
        const outcome = await run(
          input,
          { uid, resourceVersion },
          { reason, idempotencyKey },
        );
        enter({ step: 'finished', outcome });
      } catch (error) {
        const problem = actionProblem(error);
        enter(
          isAnswered(error)
            ? { step: 'refused', problem }
            : { step: 'uncertain', message: problem.message, ...previewed },
        );
      }
    },
    [run, enter],
  );

  const confirm = useCallback(
    async (reason: string | undefined) => {
      const from = current.current;
      if (from.step === 'uncertain') {
        // The very same request, so that the backend knows it again.
        const { input, preview: sent, idempotencyKey } = from;
        await execute({ input, preview: sent, idempotencyKey }, reason);
        return;
      }
      if (from.step !== 'previewed') return;
      const { input, preview: shown, idempotencyKey } = from;
      enter({ step: 'running', input, preview: shown, idempotencyKey });
      try {
        // The status of a busy object changes by the second. It is the effect that was confirmed, so that is what must still be the same.
        const fresh = await askPreview(input);
        if (hasSameEffect(fresh, shown)) {
          await execute({ input, preview: fresh, idempotencyKey }, reason);
        } else {
          enter({
            step: 'previewed',
            input,
            preview: fresh,
            idempotencyKey: newIdempotencyKey(),
            renewed: true,
          });
        }
      } catch (error) {
        enter({ step: 'refused', problem: actionProblem(error) });
      }
    },
    [askPreview, execute, enter],
  );

  return { phase, edit, preview, confirm };
}
