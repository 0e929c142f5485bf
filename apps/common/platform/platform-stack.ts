import { Environment } from "@cdktf/provider-confluent/lib/environment";
import { ConfluentProvider } from "@cdktf/provider-confluent/lib/provider";
import { TerraformOutput, TerraformStack, type App } from "cdktf";
import { DedicatedCluster, JumpPlacement, type PrivateNetwork, type PrivateNetworkProps } from "cdktf-cluster-linking";
import type { Construct } from "constructs";
import { addBackend } from "../backend";
import { accountsOf } from "./accounts";
import type { PlatformSettings, PrivatePlace } from "./settings";

/** What is to be known of a cloud to create networks of it. */
export interface NetworkMaker {
  /** The network of one cluster. Of its cloud are who may connect, and in which zones. */
  readonly networkOf: (scope: Construct, id: string, which: PrivatePlace, props: PrivateNetworkProps) => NetworkOfCloud;
}

export interface NetworkOfCloud {
  readonly network: PrivateNetwork;
  /** What an endpoint in each zone connects to, by the zone. */
  readonly endpoints: Readonly<Record<string, string>>;
}

export interface PlatformStackProps extends NetworkMaker {
  readonly settings: PlatformSettings;
  /** Folder that a local state is kept in. */
  readonly folder: string;
}

/** Name of the output that the other stacks' file is written from. */
export const PLATFORM_OUTPUT = "platform";

/** Everything of Confluent Cloud but links: environment, networks, clusters, and accounts with their rights. It runs from anywhere. */
export class PlatformStack extends TerraformStack {
  private readonly settings: PlatformSettings;

  public constructor(app: App, { settings, folder, networkOf }: PlatformStackProps) {
    super(app, "platform");
    this.settings = settings;
    new ConfluentProvider(this, "confluent");
    addBackend(this, "platform", folder, settings.backend);
    const environmentId = this.environment();
    const [primary, dr] = (["primary", "dr"] as const).map((which) => {
      const { name, clusters } = settings;
      return networkOf(this, `network-${which}`, which, {
        displayName: `${name}-${which}`,
        environmentId,
        region: clusters[which].region,
        preventDestroy: this.preventDestroy,
      });
    }) as [NetworkOfCloud, NetworkOfCloud];
    const clusters = {
      primary: this.cluster("primary", { network: primary.network }),
      jump: this.cluster("jump", { environmentId, ...this.placeOfJump(dr.network) }),
      dr: this.cluster("dr", { network: dr.network }),
    };
    new TerraformOutput(this, PLATFORM_OUTPUT, {
      description: "What the other stacks are told: ids, endpoints and domains, and no secret.",
      value: {
        environmentId,
        clusters: {
          primary: { ...describe(clusters.primary), networkId: primary.network.networkId },
          jump: describe(clusters.jump),
          dr: { ...describe(clusters.dr), networkId: dr.network.networkId },
        },
        networks: { primary: describeNetwork(primary), dr: describeNetwork(dr) },
        accounts: accountsOf(this, settings, clusters),
      },
    });
  }

  private get preventDestroy(): boolean {
    return this.settings.protection ?? true;
  }

  /** Id of the environment, which is made unless the file names one. */
  private environment(): string {
    const { name, environment = {} } = this.settings;
    if ("id" in environment) return environment.id;
    const { displayName = name, governance } = environment;
    return new Environment(this, "environment", {
      displayName,
      streamGovernance: governance === undefined ? undefined : { package: governance },
      lifecycle: this.preventDestroy ? { preventDestroy: true } : undefined,
    }).id;
  }

  private cluster(place: PrivatePlace | "jump", where: Where): DedicatedCluster {
    const { name, clusters } = this.settings;
    const { cku, availability, displayName = `${name}-${place}` } = clusters[place];
    return new DedicatedCluster(this, place, {
      ...where,
      name: place.toUpperCase(),
      displayName,
      cku,
      availability,
      deletionProtection: this.preventDestroy,
      preventDestroy: this.preventDestroy,
    });
  }

  private placeOfJump(beside: PrivateNetwork): JumpPlacement {
    const { region } = this.settings.clusters.jump;
    return { ...JumpPlacement.besideDr(beside), ...(region !== undefined && { region }) };
  }
}

type Where = { readonly network: PrivateNetwork } | (JumpPlacement & { readonly environmentId: string });

const describe = ({ id, restEndpoint, bootstrapEndpoint, rbacCrn, cloud, region }: DedicatedCluster): object => ({
  id,
  restEndpoint,
  bootstrapEndpoint,
  rbacCrn,
  cloud,
  region,
});

const describeNetwork = ({ network, endpoints }: NetworkOfCloud): object => ({
  id: network.networkId,
  dnsDomain: network.dnsDomain,
  zonalSubdomains: network.zonalSubdomains,
  endpoints,
});
