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

import { FleetCardAction } from '../../cards/FleetCardAction';
import { CardNoticeContent } from './CardNotice';

/** What stands over a card because somebody asked for it. */
export type CardDialogKind = 'configure' | 'report' | FleetCardAction;

/** What can be done with any card. The object stays the same while the card is drawn, however often its data changes. */
export interface CardCommands {
  expand(): void;
  open(dialog: CardDialogKind): void;
  download(): void;
  say(notice: CardNoticeContent | undefined): void;
}
