import { join } from "node:path";
import { PrivatePublicPrivate } from "cdktf-cluster-linking";
import { synthesizeChain } from "../common/chain";
import { synthesizeCreatedFailback } from "../common/platform/failback";

const { PLATFORM_FILE = "" } = process.env;

if (PLATFORM_FILE === "") {
  synthesizeChain({
    folder: __dirname,
    // What the forward chain was made of.
    file: join(__dirname, "../existing-clusters/topology.json"),
    last: "primary",
    build: (props, stackOf) => {
      const chain = PrivatePublicPrivate.reverse({
        ...props,
        drToJump: stackOf("dr-to-jump"),
        jumpToPrimary: stackOf("jump-to-primary"),
      });
      return [
        [chain.drToJump, chain.onJump],
        [chain.jumpToPrimary, chain.onPrimary],
      ];
    },
  });
} else {
  synthesizeCreatedFailback(__dirname);
}
