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
  ObjectAddress,
  objectPath,
} from '@quarterdeck/backstage-plugin-fleet-common';
import { Link } from 'react-router-dom';
import { ObjectName } from '../kit/ObjectName';
import styles from './links.module.css';
import { useFleetPath } from './useFleetPath';

/**
 * Properties of {@link ObjectLink}.
 *
 * @public
 */
export interface ObjectLinkProps {
  address: ObjectAddress;
}

/**
 * The name of an object as the link to its page.
 *
 * @public
 */
export function ObjectLink(props: ObjectLinkProps) {
  const { address } = props;
  const path = useFleetPath();
  return (
    <Link className={styles.link} to={path(objectPath(address))}>
      <ObjectName name={address.name} />
    </Link>
  );
}
