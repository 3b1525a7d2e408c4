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

import { ReactNode } from 'react';
import { ViewState } from '../client/ViewState';
import { useCardText } from '../cards/CardText';
import { useFleetCard, usePlacedCard } from '../cards/FleetCardContext';
import { CardFrame } from './CardFrame';
import { CoverageNotice, hasCoverageNotice } from './CoverageNotice';
import { FilterBadge } from './FilterBadge';
import { Freshness } from './Freshness';
import { ViewBadges } from './ViewBadges';
import { ViewContent, ViewContentEmpty } from './ViewContent';

/**
 * Properties of {@link ViewCard}.
 *
 * @public
 */
export interface ViewCardProps<TRow extends object, TSummary extends object> {
  view: ViewState<TRow, TSummary>;
  /** The card's own title (from its extension) when left out. */
  title?: string;
  /** What stands there when the view has no rows: why, and the next step. */
  empty?: ViewContentEmpty;
  /** Named when the view is denied. */
  permission?: string;
  actions?: ReactNode;
  /** Stands in the footer before the coverage. */
  footer?: ReactNode;
  /** Leaves out the number beside the title. */
  hideCount?: boolean;
  /** Takes the place of the rows of grey bars while the view loads. */
  skeleton?: ReactNode;
  /** Draws the content. Called only with data that may be shown. */
  children: (view: ViewState<TRow, TSummary>) => ReactNode;
}

/**
 * A card that shows one view. Loading, empty, partial, stale, denied and failed are told here, so that no card needs to.
 *
 * @example
 * ```tsx
 * export function CertificatesCard() {
 *   const view = useView(expiringCertificatesView);
 *   return (
 *     <ViewCard view={view} empty={{ title: 'No certificate expires soon' }}>
 *       {({ rows }) => <CertificateTable rows={rows} />}
 *     </ViewCard>
 *   );
 * }
 * ```
 *
 * @public
 */
export function ViewCard<TRow extends object, TSummary extends object>(
  props: ViewCardProps<TRow, TSummary>,
) {
  const { view, empty, permission, actions, skeleton, children } = props;
  const card = useFleetCard();
  const placed = usePlacedCard();
  const cardTitle = useCardText(card?.title);
  const description = useCardText(card?.description);
  const { coverage, asOf } = view;
  // What the coverage dates is by the backend's clock; the age of the data tells how far the two clocks are apart.
  const clockOffset =
    asOf !== undefined && coverage?.asOf !== undefined
      ? asOf - coverage.asOf
      : 0;
  const visible = view.status !== 'denied';
  const dated =
    visible &&
    view.status !== 'loading' &&
    (asOf !== undefined || view.rows.length > 0);
  const footer = (props.footer || hasCoverageNotice(coverage)) && (
    <>
      {props.footer}
      {coverage && (
        <CoverageNotice coverage={coverage} clockOffset={clockOffset} />
      )}
    </>
  );
  return (
    <CardFrame
      title={placed?.title ?? props.title ?? cardTitle ?? ''}
      description={description}
      count={
        view.status === 'ready' && !props.hideCount ? view.total : undefined
      }
      busy={view.status === 'loading' || view.refreshing}
      actions={actions}
      onRefresh={view.refresh}
      view={view}
      badges={
        visible && (
          <>
            {coverage && (
              <ViewBadges coverage={coverage} clockOffset={clockOffset} />
            )}
            <FilterBadge view={view} />
          </>
        )
      }
      freshness={
        dated ? (
          <Freshness
            asOf={asOf}
            transport={view.transport}
            refreshing={view.refreshing}
          />
        ) : undefined
      }
      footer={visible ? footer : undefined}
    >
      <ViewContent
        view={view}
        empty={empty}
        permission={permission}
        skeleton={skeleton}
      >
        {children}
      </ViewContent>
    </CardFrame>
  );
}
