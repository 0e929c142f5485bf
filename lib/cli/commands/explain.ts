import { DOCUMENT_NAME } from "../../model/document";
import { AppOutput, outputFolder } from "../app-output";
import { parseArguments } from "../arguments";
import { answer, Misuse, type Command } from "../command";
import { explain } from "../explain";

const OPTIONS = {
  topic: { type: "boolean" },
  group: { type: "boolean" },
  out: { type: "string" },
} as const;

/** `cluster-linking explain`: the way of a name over the clusters. */
export const explainCommand: Command = {
  usage: `Usage: cluster-linking explain <topic|group> [--topic] [--group] [--out DIR]

Tells the name of a topic and of a consumer group on each cluster of every chain, or where it stops and why.

  --topic    only as a topic
  --group    only as a consumer group
  --out DIR  where synth wrote ${DOCUMENT_NAME} (default: $CDKTF_OUTDIR, else cdktf.out)

Exit code: 0 when the name gets to the end of every chain, 1 when it stops or nothing proves that it arrives,
2 when there is no answer. Without --topic and --group a name counts as a topic; if no link mirrors it and a
group filter other than "*" names it, as a consumer group.`,

  run(args, { env }) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [name, ...rest] = positionals;
    if (name === undefined || name === "") throw new Misuse("The name of a topic or group is missing.");
    if (rest.length > 0) {
      throw new Misuse(`One name at a time: ${rest.map((each) => JSON.stringify(each)).join(", ")} is too much.`);
    }
    const { document } = new AppOutput(outputFolder(values.out, env));
    const { text, arrives } = explain(document, name, { topic: values.topic === true, group: values.group === true });
    return answer(text, arrives ? 0 : 1);
  },
};
