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

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  fleetCardsApiRef,
  FleetDashboardTemplate,
  useCardText,
  useFleetPath,
} from '@quarterdeck/backstage-plugin-fleet-react';
import { Link } from 'react-router-dom';
import { fleetTranslationRef } from '../../translation';
import { templateContent } from '../templates/templateContent';
import styles from './DashboardsPage.module.css';

/** A template in the gallery. */
export function TemplateTile(props: { template: FleetDashboardTemplate }) {
  const { template } = props;
  const { t } = useTranslationRef(fleetTranslationRef);
  const path = useFleetPath();
  const title = useCardText(template.title);
  const description = useCardText(template.description);
  const { cards } = templateContent(template, useApi(fleetCardsApiRef).list());
  return (
    <li className={styles.tile}>
      <div className={styles.top}>
        <Link to={path(`templates/${template.slug}`)} className={styles.link}>
          {title}
        </Link>
      </div>
      {description && <p className={styles.text}>{description}</p>}
      <p className={styles.facts}>
        <span>{t('dashboards.cards', { count: cards.length })}</span>
      </p>
    </li>
  );
}
