import type { DataSourceHandler, ResourceHandler } from "../resource";
import { acl } from "./acl";
import { apiKey } from "./api-key/resource";
import { clusterLinkData } from "./cluster-link/data-source";
import { clusterLink } from "./cluster-link/resource";
import { environment } from "./environment";
import { environmentData } from "./environment-data-source";
import { kafkaClusterData } from "./kafka-cluster/data-source";
import { kafkaCluster } from "./kafka-cluster/resource";
import { mirrorTopic } from "./mirror-topic/resource";
import { networkData } from "./network/data-source";
import { network } from "./network/resource";
import { organizationData } from "./organization-data-source";
import { privateLinkAccessData } from "./private-link-access/data-source";
import { privateLinkAccess } from "./private-link-access/resource";
import { roleBinding } from "./role-binding";
import { serviceAccount } from "./service-account";
import { topic } from "./topic/resource";

/** Resource types that the emulator carries. */
export const RESOURCES: readonly ResourceHandler[] = [
  clusterLink,
  mirrorTopic,
  topic,
  acl,
  environment,
  network,
  privateLinkAccess,
  kafkaCluster,
  serviceAccount,
  roleBinding,
  apiKey,
];

/** Data source types that the emulator carries. */
export const DATA_SOURCES: readonly DataSourceHandler[] = [
  clusterLinkData,
  kafkaClusterData,
  environmentData,
  networkData,
  privateLinkAccessData,
  organizationData,
];
