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
import { fleetReactTranslationRef } from '../../translation';
import { ActionNotice } from './ActionNotice';
import { ActionProblem } from './actionProblem';
import { PreviewPanel } from './PreviewPanel';
import { ActionPhase } from './useActionFlow';

function ProblemNotice(props: { problem: ActionProblem; permission: string }) {
  const { problem, permission } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  const { kind, message } = problem;
  const texts: Partial<Record<ActionProblem['kind'], string>> = {
    denied: t('action.problem.deniedText', { permission }),
    conflict: t('action.problem.conflictText'),
    gone: t('action.problem.goneText'),
    unavailable: t('action.problem.unavailableText'),
  };
  return (
    <ActionNotice
      tone={kind === 'conflict' ? 'warning' : 'error'}
      title={t(`action.problem.${kind}`)}
      text={texts[kind]}
      message={message}
    />
  );
}

/** What there is to say where an action stands. */
export function PhaseNotice(props: {
  phase: ActionPhase<unknown>;
  permission: string;
}) {
  const { phase, permission } = props;
  const { t } = useTranslationRef(fleetReactTranslationRef);
  switch (phase.step) {
    case 'form':
    case 'refused':
      if (phase.problem) {
        return (
          <ProblemNotice problem={phase.problem} permission={permission} />
        );
      }
      return phase.step === 'form' && phase.outdated ? (
        <PreviewPanel preview={phase.outdated} outdated />
      ) : undefined;
    case 'previewing':
      return phase.outdated ? (
        <PreviewPanel preview={phase.outdated} outdated />
      ) : undefined;
    case 'previewed':
      return (
        <>
          {phase.renewed && (
            <ActionNotice
              tone="warning"
              title={t('action.problem.conflict')}
              text={t('action.renewedText')}
            />
          )}
          <PreviewPanel preview={phase.preview} />
        </>
      );
    case 'running':
      return <PreviewPanel preview={phase.preview} />;
    case 'uncertain':
      return (
        <ActionNotice
          tone="warning"
          title={t('action.unknown')}
          text={t('action.unknownText')}
          message={phase.message}
        />
      );
    case 'finished': {
      const { status, message, auditId } = phase.outcome;
      const tones = {
        succeeded: 'healthy',
        failed: 'error',
        unknown: 'warning',
      } as const;
      return (
        <ActionNotice
          tone={tones[status]}
          title={t(`action.${status}`)}
          message={message}
          note={t('action.audit', { id: auditId })}
        />
      );
    }
    default:
      return undefined;
  }
}
