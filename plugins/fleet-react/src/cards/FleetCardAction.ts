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

import { ComponentType, ReactElement } from 'react';
import { CardText } from './CardText';
import { FleetCard } from './FleetCard';

/**
 * A place in the frame of every card that plugins may fill: finding out what is wrong with what it shows, repairing it, and talking about
 * it.
 *
 * @public
 */
export type FleetCardActionSlot = 'diagnose' | 'repair' | 'chat';

/**
 * What the component of a {@link FleetCardAction} is given.
 *
 * @public
 */
export interface FleetCardActionProps {
  /** The card as it is placed, with its settings. */
  card: FleetCard;
  /** Closes the dialog that the component stands in. */
  onClose(): void;
}

/**
 * Something that plugins offer to do with cards, as a button and in the menu of their frame.
 *
 * @public
 */
export interface FleetCardAction {
  /** Id of its extension. */
  readonly id: string;
  readonly slot: FleetCardActionSlot;
  /** What it does, in a word or two. */
  readonly title: CardText;
  readonly icon?: ReactElement;
  /** Which cards it is offered at; all when left out. */
  readonly appliesTo?: (card: FleetCard) => boolean;
  /** Loads what stands in its dialog; called when it is first opened. */
  readonly loader: () => Promise<ComponentType<FleetCardActionProps>>;
}
