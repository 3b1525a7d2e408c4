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

import { shiftTimesIn } from '../shiftTimes';
import type { ArmedRule } from '../ArmedRule';
import type {
  ClockSkewFault,
  NoBookmarksFault,
  WatchCloseFault,
  WatchEventFault,
  WatchFault,
  WatchQuietFault,
  WatchReplayFault,
} from '../FaultRule';
import { faultyLine, Sample } from './faultyLine';

/** The watch that a filter sits in. */
export interface FilteredWatch {
  /** Lets a line go on its way, behind this filter. */
  pass(line: Buffer): void;
  /** Ends the watch as the server does. */
  end(): void;
  /** Says nothing any more, but stays open. */
  mute(): void;
  /** An object of the kind that is watched. */
  sample(): Sample;
}

/** What one rule does to the lines of one watch. */
export interface WatchFilter {
  /** Called once, before the first line that it sees. */
  begin(): void;
  line(line: Buffer): void;
  /** The rule was removed. */
  release(): void;
  /** Bytes that it holds back. */
  readonly held: number;
}

type Handle = (line: Buffer) => void;

const nothing = () => {};

/** Something that is done once, when so many events have passed. */
function afterEvents(
  watch: FilteredWatch,
  after: number,
  action: () => void,
): WatchFilter {
  let events = 0;
  const maybe = () => {
    if (events === after) action();
  };
  return {
    held: 0,
    begin: maybe,
    line(line) {
      watch.pass(line);
      if (isBookmark(line) || events >= after) return;
      events += 1;
      maybe();
    },
    release: nothing,
  };
}

/** Something that is done to each line from the beginning on. */
function eachLine(rule: ArmedRule, line: Handle): WatchFilter {
  return { held: 0, begin: () => rule.strike(), line, release: nothing };
}

function writeWrongLine(
  rule: ArmedRule<WatchEventFault>,
  watch: FilteredWatch,
): WatchFilter {
  const { fault } = rule;
  const isError = fault.line === 'error' && fault.raw === undefined;
  return afterEvents(watch, fault.after, () => {
    if (!rule.strike()) return;
    watch.pass(faultyLine(fault, watch.sample));
    if (!(fault.keepOpen ?? !isError)) watch.end();
    else if (isError) watch.mute();
  });
}

function closeWatch(
  rule: ArmedRule<WatchCloseFault>,
  watch: FilteredWatch,
): WatchFilter {
  return afterEvents(watch, rule.fault.after ?? 0, () => {
    if (rule.strike()) watch.end();
  });
}

function replay(
  rule: ArmedRule<WatchReplayFault>,
  watch: FilteredWatch,
): WatchFilter {
  const { last, order } = rule.fault;
  const seen: Buffer[] = [];
  return {
    held: 0,
    begin: nothing,
    line(line) {
      watch.pass(line);
      if (isBookmark(line) || seen.length >= last) return;
      seen.push(line);
      if (seen.length < last || !rule.strike()) return;
      const again = order === 'reversed' ? seen.toReversed() : seen;
      again.forEach(each => watch.pass(each));
    },
    release: nothing,
  };
}

function holdBack(
  rule: ArmedRule<WatchQuietFault>,
  watch: FilteredWatch,
): WatchFilter {
  let waiting: Buffer[] | undefined = [];
  let held = 0;
  return {
    get held() {
      return held;
    },
    begin() {
      // One that came too late holds nothing back.
      if (!rule.strike()) waiting = undefined;
    },
    line(line) {
      if (!waiting) {
        watch.pass(line);
        return;
      }
      waiting.push(line);
      held += line.length;
    },
    release() {
      const late = waiting ?? [];
      waiting = undefined;
      held = 0;
      late.forEach(each => watch.pass(each));
    },
  };
}

/** The filter by which a rule harms one watch. */
export function watchFilter(
  rule: ArmedRule<WatchFault | ClockSkewFault>,
  watch: FilteredWatch,
): WatchFilter {
  const of = <F extends WatchFault | ClockSkewFault>(_fault: F) =>
    rule as unknown as ArmedRule<F>;
  const { fault } = rule;
  switch (fault.type) {
    case 'watch-event':
      return writeWrongLine(of<WatchEventFault>(fault), watch);
    case 'watch-close':
      return closeWatch(of<WatchCloseFault>(fault), watch);
    case 'watch-replay':
      return replay(of<WatchReplayFault>(fault), watch);
    case 'watch-quiet':
      return holdBack(of<WatchQuietFault>(fault), watch);
    case 'no-bookmarks':
      return eachLine(of<NoBookmarksFault>(fault), line => {
        if (!isBookmark(line) || endsInitialEvents(line)) watch.pass(line);
      });
    default:
      return eachLine(rule, line =>
        watch.pass(shiftTimesIn(line, fault.milliseconds)),
      );
  }
}

const BOOKMARK = Buffer.from('{"type":"BOOKMARK"');

function isBookmark(line: Buffer): boolean {
  return line.subarray(0, BOOKMARK.length).equals(BOOKMARK);
}

function endsInitialEvents(line: Buffer): boolean {
  return line.includes('"k8s.io/initial-events-end"');
}
