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

/** A place on the map: degrees north and east, to a tenth. */
export type Coordinates = readonly [latitude: number, longitude: number];

/** Where the cities, and the states where a provider names no city, are that providers name as the locations of their regions. */
export const places = {
  'Abu Dhabi': [24.5, 54.4],
  Ashburn: [39.0, -77.5],
  Auckland: [-36.8, 174.8],
  Bahrain: [26.2, 50.6],
  Bangkok: [13.8, 100.5],
  Beijing: [39.9, 116.4],
  Berlin: [52.5, 13.4],
  Brussels: [50.9, 4.4],
  Busan: [35.2, 129.1],
  Calgary: [51.0, -114.1],
  California: [37.4, -121.9],
  Canberra: [-35.3, 149.1],
  'Cape Town': [-33.9, 18.4],
  Cardiff: [51.5, -3.2],
  'Changhua County': [24.1, 120.5],
  Chennai: [13.1, 80.3],
  Columbus: [40.0, -83.0],
  'Council Bluffs': [41.3, -95.9],
  Dallas: [32.8, -96.8],
  Dammam: [26.4, 50.1],
  Delhi: [28.6, 77.2],
  Doha: [25.3, 51.5],
  Dubai: [25.3, 55.3],
  Eemshaven: [53.4, 6.8],
  Frankfurt: [50.1, 8.7],
  Geneva: [46.2, 6.1],
  Gävle: [60.7, 17.1],
  Hamina: [60.6, 27.2],
  'Hong Kong': [22.3, 114.2],
  Hyderabad: [17.4, 78.5],
  Illinois: [41.9, -87.6],
  Iowa: [41.6, -93.6],
  Ireland: [53.3, -6.3],
  Jakarta: [-6.2, 106.8],
  Johannesburg: [-26.2, 28.0],
  'Kuala Lumpur': [3.1, 101.7],
  'Las Vegas': [36.2, -115.1],
  London: [51.5, -0.1],
  'Los Angeles': [34.1, -118.2],
  Madrid: [40.4, -3.7],
  Marseille: [43.3, 5.4],
  Melbourne: [-37.8, 145.0],
  Milan: [45.5, 9.2],
  'Moncks Corner': [33.2, -80.0],
  Montreal: [45.5, -73.6],
  Mumbai: [19.1, 72.9],
  Netherlands: [52.4, 4.9],
  Ningxia: [37.5, 105.2],
  'Northern Virginia': [38.9, -77.4],
  Oregon: [45.8, -119.7],
  Osaka: [34.7, 135.5],
  Oslo: [59.9, 10.8],
  Paris: [48.9, 2.4],
  Phoenix: [33.4, -112.1],
  Pune: [18.5, 73.9],
  Quebec: [46.8, -71.2],
  Querétaro: [20.6, -100.4],
  'Rio de Janeiro': [-22.9, -43.2],
  'Salt Lake City': [40.8, -111.9],
  'San Antonio': [29.4, -98.5],
  Santiago: [-33.4, -70.7],
  Seoul: [37.6, 127.0],
  Singapore: [1.3, 103.8],
  Spain: [41.6, -0.9],
  'St. Ghislain': [50.4, 3.8],
  Stavanger: [59.0, 5.7],
  Stockholm: [59.3, 18.1],
  Sydney: [-33.9, 151.2],
  'São Paulo': [-23.6, -46.6],
  Taipei: [25.0, 121.5],
  'Tel Aviv': [32.1, 34.8],
  'The Dalles': [45.6, -121.2],
  Tokyo: [35.7, 139.7],
  Toronto: [43.7, -79.4],
  Turin: [45.1, 7.7],
  'United Arab Emirates': [24.5, 54.4],
  Vienna: [48.2, 16.4],
  Virginia: [37.4, -78.7],
  Warsaw: [52.2, 21.0],
  'Washington DC': [38.9, -77.0],
  'Washington State': [47.2, -119.9],
  Wyoming: [41.1, -104.8],
  Zurich: [47.4, 8.5],
} as const satisfies Readonly<Record<string, Coordinates>>;

/** The name of a place. */
export type PlaceName = keyof typeof places;
