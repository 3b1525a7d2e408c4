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
import {
  CardMessage,
  CardSkeleton,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { Component, ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router-dom';
import { fleetTranslationRef } from '../translation';

class Boundary extends Component<
  { page: string; fallback: (error: Error) => ReactNode; children: ReactNode },
  { failed?: { page: string; error: Error } }
> {
  state: { failed?: { page: string; error: Error } } = {};

  componentDidCatch(error: Error) {
    this.setState({ failed: { page: this.props.page, error } });
  }

  render() {
    const { page, fallback, children } = this.props;
    const { failed } = this.state;
    // Another page may well work.
    return failed?.page === page ? fallback(failed.error) : children;
  }
}

/** Holds the place of a page while its code loads, and keeps the rail usable when it fails. */
export function PageBoundary(props: { children: ReactNode }) {
  const { t } = useTranslationRef(fleetTranslationRef);
  const { pathname } = useLocation();
  return (
    <Boundary
      page={pathname}
      fallback={error => (
        <CardMessage
          tone="error"
          title={t('page.failedTitle')}
          text={t('page.failedText')}
          details={`${error.name}: ${error.message}`}
          // A chunk that could not be loaded is remembered by the page.
          onRetry={() => window.location.reload()}
        />
      )}
    >
      <Suspense fallback={<CardSkeleton />}>{props.children}</Suspense>
    </Boundary>
  );
}
