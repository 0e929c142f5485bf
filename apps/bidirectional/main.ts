import { join } from "node:path";
import { PrivatePublicPrivate } from "cdktf-cluster-linking";
import { synthesizeChain } from "../common/chain";

synthesizeChain({
  folder: __dirname,
  file: join(__dirname, "topology.json"),
  last: "dr",
  build: (props, stackOf) => {
    const chain = PrivatePublicPrivate.bidirectional({
      ...props,
      primaryToJump: stackOf("primary-to-jump"),
      jumpToDr: stackOf("jump-to-dr"),
    });
    return [
      [chain.primaryToJump, chain.onJump],
      [chain.jumpToDr, chain.onDr],
    ];
  },
});
