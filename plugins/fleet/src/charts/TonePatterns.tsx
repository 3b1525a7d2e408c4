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

/** The patterns by which high contrast tells tones, as the fills of HTML have them. They stand in a picture as `<id>-<tone>`. */
export function TonePatterns(props: { id: string }) {
  const { id } = props;
  return (
    <defs>
      <pattern
        id={`${id}-warning`}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
        width={5}
        height={5}
      >
        <rect width={5} height={5} fill="Canvas" />
        <rect width={2} height={5} fill="CanvasText" />
      </pattern>
      <pattern
        id={`${id}-unknown`}
        patternUnits="userSpaceOnUse"
        width={4}
        height={4}
      >
        <rect width={4} height={4} fill="Canvas" />
        <circle cx={2} cy={2} r={1} fill="CanvasText" />
      </pattern>
    </defs>
  );
}
