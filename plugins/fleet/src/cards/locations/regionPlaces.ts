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

import { PlaceName } from './places';

type Regions = Readonly<Record<string, PlaceName>>;

/**
 * Regions of Amazon Web Services, by the names that it gives them.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
const aws: Regions = {
  'af-south-1': 'Cape Town',
  'ap-east-1': 'Hong Kong',
  'ap-east-2': 'Taipei',
  'ap-northeast-1': 'Tokyo',
  'ap-northeast-2': 'Seoul',
  'ap-northeast-3': 'Osaka',
  'ap-south-1': 'Mumbai',
  'ap-south-2': 'Hyderabad',
  'ap-southeast-1': 'Singapore',
  'ap-southeast-2': 'Sydney',
  'ap-southeast-3': 'Jakarta',
  'ap-southeast-4': 'Melbourne',
  'ap-southeast-5': 'Kuala Lumpur',
  'ap-southeast-6': 'Auckland',
  'ap-southeast-7': 'Bangkok',
  'ca-central-1': 'Montreal',
  'ca-west-1': 'Calgary',
  'cn-north-1': 'Beijing',
  'cn-northwest-1': 'Ningxia',
  'eu-central-1': 'Frankfurt',
  'eu-central-2': 'Zurich',
  'eu-north-1': 'Stockholm',
  'eu-south-1': 'Milan',
  'eu-south-2': 'Spain',
  'eu-west-1': 'Ireland',
  'eu-west-2': 'London',
  'eu-west-3': 'Paris',
  'il-central-1': 'Tel Aviv',
  'me-central-1': 'United Arab Emirates',
  'me-south-1': 'Bahrain',
  'mx-central-1': 'Querétaro',
  'sa-east-1': 'São Paulo',
  'us-east-1': 'Northern Virginia',
  'us-east-2': 'Columbus',
  'us-west-1': 'California',
  'us-west-2': 'Oregon',
};

/**
 * Regions of Google Cloud.
 *
 * @see https://cloud.google.com/compute/docs/regions-zones
 */
const gcp: Regions = {
  'africa-south1': 'Johannesburg',
  'asia-east1': 'Changhua County',
  'asia-east2': 'Hong Kong',
  'asia-northeast1': 'Tokyo',
  'asia-northeast2': 'Osaka',
  'asia-northeast3': 'Seoul',
  'asia-south1': 'Mumbai',
  'asia-south2': 'Delhi',
  'asia-southeast1': 'Singapore',
  'asia-southeast2': 'Jakarta',
  'australia-southeast1': 'Sydney',
  'australia-southeast2': 'Melbourne',
  'europe-central2': 'Warsaw',
  'europe-north1': 'Hamina',
  'europe-north2': 'Stockholm',
  'europe-southwest1': 'Madrid',
  'europe-west1': 'St. Ghislain',
  'europe-west2': 'London',
  'europe-west3': 'Frankfurt',
  'europe-west4': 'Eemshaven',
  'europe-west6': 'Zurich',
  'europe-west8': 'Milan',
  'europe-west9': 'Paris',
  'europe-west10': 'Berlin',
  'europe-west12': 'Turin',
  'me-central1': 'Doha',
  'me-central2': 'Dammam',
  'me-west1': 'Tel Aviv',
  'northamerica-northeast1': 'Montreal',
  'northamerica-northeast2': 'Toronto',
  'northamerica-south1': 'Querétaro',
  'southamerica-east1': 'São Paulo',
  'southamerica-west1': 'Santiago',
  'us-central1': 'Council Bluffs',
  'us-east1': 'Moncks Corner',
  'us-east4': 'Ashburn',
  'us-east5': 'Columbus',
  'us-south1': 'Dallas',
  'us-west1': 'The Dalles',
  'us-west2': 'Los Angeles',
  'us-west3': 'Salt Lake City',
  'us-west4': 'Las Vegas',
};

/**
 * Regions of Microsoft Azure, by their physical locations.
 *
 * @see https://learn.microsoft.com/azure/reliability/regions-list
 */
const azure: Regions = {
  australiacentral: 'Canberra',
  australiacentral2: 'Canberra',
  australiaeast: 'Sydney',
  australiasoutheast: 'Melbourne',
  austriaeast: 'Vienna',
  belgiumcentral: 'Brussels',
  brazilsouth: 'São Paulo',
  brazilsoutheast: 'Rio de Janeiro',
  canadacentral: 'Toronto',
  canadaeast: 'Quebec',
  centralindia: 'Pune',
  centralus: 'Iowa',
  chilecentral: 'Santiago',
  eastasia: 'Hong Kong',
  eastus: 'Virginia',
  eastus2: 'Virginia',
  francecentral: 'Paris',
  francesouth: 'Marseille',
  germanynorth: 'Berlin',
  germanywestcentral: 'Frankfurt',
  indonesiacentral: 'Jakarta',
  israelcentral: 'Tel Aviv',
  italynorth: 'Milan',
  japaneast: 'Tokyo',
  japanwest: 'Osaka',
  koreacentral: 'Seoul',
  koreasouth: 'Busan',
  malaysiawest: 'Kuala Lumpur',
  mexicocentral: 'Querétaro',
  newzealandnorth: 'Auckland',
  northcentralus: 'Illinois',
  northeurope: 'Ireland',
  norwayeast: 'Oslo',
  norwaywest: 'Stavanger',
  polandcentral: 'Warsaw',
  qatarcentral: 'Doha',
  southafricanorth: 'Johannesburg',
  southafricawest: 'Cape Town',
  southcentralus: 'San Antonio',
  southeastasia: 'Singapore',
  southindia: 'Chennai',
  spaincentral: 'Madrid',
  swedencentral: 'Gävle',
  switzerlandnorth: 'Zurich',
  switzerlandwest: 'Geneva',
  uaecentral: 'Abu Dhabi',
  uaenorth: 'Dubai',
  uksouth: 'London',
  ukwest: 'Cardiff',
  westcentralus: 'Wyoming',
  westeurope: 'Netherlands',
  westindia: 'Mumbai',
  westus: 'California',
  westus2: 'Washington State',
  westus3: 'Phoenix',
};

/**
 * Regions of IBM Cloud.
 *
 * @see https://cloud.ibm.com/docs/overview?topic=overview-locations
 */
const ibm: Regions = {
  'au-syd': 'Sydney',
  'br-sao': 'São Paulo',
  'ca-mon': 'Montreal',
  'ca-tor': 'Toronto',
  'eu-de': 'Frankfurt',
  'eu-es': 'Madrid',
  'eu-gb': 'London',
  'in-che': 'Chennai',
  'in-mum': 'Mumbai',
  'jp-osa': 'Osaka',
  'jp-tok': 'Tokyo',
  'us-east': 'Washington DC',
  'us-south': 'Dallas',
};

/** No two providers call regions the same. */
const all = new Map(
  [aws, gcp, azure, ibm].flatMap(regions => Object.entries(regions)),
);

/** The place that a provider names as the location of a region; undefined for regions that are not known. */
export function placeOfRegion(region: string): PlaceName | undefined {
  return all.get(region.toLowerCase());
}
