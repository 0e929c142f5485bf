import type { App, TerraformStack } from "cdktf";
import {
  LinkKeys,
  PrivatePublicPrivate,
  type ChainProps,
  type KafkaCluster,
  type KafkaClusterAttributes,
  type LinkAccountIds,
  type LinkCredentials,
} from "cdktf-cluster-linking";
import { propsOf, stackOf } from "../chain";
import type { Leg } from "../summary";
import type { LegName } from "../topology-file";
import type { PlatformData } from "./platform-data";
import type { PlatformSettings } from "./settings";

export interface CreatedChainProps {
  /** Folder that local states are kept in. */
  readonly folder: string;
  readonly settings: PlatformSettings;
  /** What the stack `platform` told. */
  readonly data: PlatformData;
}

/** PRIMARY -> JUMP -> DR over clusters that the stack `platform` made, as plain data. Each stack makes the keys of its own link. */
export function createdChain(app: App, props: CreatedChainProps): Leg[] {
  const { accounts } = props.data;
  const chain = chainProps(props, "dr");
  const { primary, jump, dr } = chain;
  const primaryToJump = legStack(app, "primary-to-jump", props);
  const jumpToDr = legStack(app, "jump-to-dr", props);
  const { onJump, onDr, ...links } = new PrivatePublicPrivate({
    ...chain,
    primaryToJump: primaryToJump.stack,
    jumpToDr: jumpToDr.stack,
    credentials: {
      primaryToJump: primaryToJump.keys(primary, jump, accounts["primary-to-jump"]),
      jumpToDr: jumpToDr.keys(jump, dr, accounts["jump-to-dr"]),
    },
  });
  return [
    [links.primaryToJump, onJump],
    [links.jumpToDr, onDr],
  ];
}

/** DR -> JUMP -> PRIMARY over the same clusters. Throws where `platform` made no accounts for it. */
export function createdChainBack(app: App, props: CreatedChainProps): Leg[] {
  const { "dr-to-jump": out, "jump-to-primary": into } = props.data.accounts;
  if (!out || !into) {
    throw new Error(
      'The platform has no accounts for the way back: "failback": true in the topology file, deploy platform, npm run platform.',
    );
  }
  const chain = chainProps(props, "primary");
  const { primary, jump, dr } = chain;
  const drToJump = legStack(app, "dr-to-jump", props);
  const jumpToPrimary = legStack(app, "jump-to-primary", props);
  const { onJump, onPrimary, ...links } = PrivatePublicPrivate.reverse({
    ...chain,
    drToJump: drToJump.stack,
    jumpToPrimary: jumpToPrimary.stack,
    credentials: {
      drToJump: drToJump.keys(dr, jump, out),
      jumpToPrimary: jumpToPrimary.keys(jump, primary, into),
    },
  });
  return [
    [links.drToJump, onJump],
    [links.jumpToPrimary, onPrimary],
  ];
}

function chainProps({ settings, data }: CreatedChainProps, last: "dr" | "primary"): ChainProps {
  const { protection, ...rest } = settings;
  return propsOf(
    {
      ...rest,
      preventDestroy: protection,
      primary: { ...attributesOf(data, "primary"), access: "private" },
      jump: { ...attributesOf(data, "jump"), access: "public" },
      dr: { ...attributesOf(data, "dr"), access: "private" },
    },
    last,
  );
}

function attributesOf(
  { environmentId, clusters }: PlatformData,
  place: keyof PlatformData["clusters"],
): Omit<KafkaClusterAttributes, "name" | "access"> {
  return { ...clusters[place], environmentId, kind: "Dedicated" };
}

interface LegStack {
  readonly stack: TerraformStack;
  /** Keys of the leg's link, made in its stack. */
  readonly keys: (source: KafkaCluster, destination: KafkaCluster, accounts: LinkAccountIds) => LinkCredentials;
}

function legStack(app: App, leg: LegName, { folder, settings }: CreatedChainProps): LegStack {
  const stack = stackOf(app, leg, folder, settings);
  return {
    stack,
    keys: (source, destination, accounts) => {
      const generations = settings.keys?.[leg];
      return new LinkKeys(stack, "keys", { linkName: leg, source, destination, accounts, ...generations }).credentials;
    },
  };
}
