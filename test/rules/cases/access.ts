import { TerraformVariable, type TerraformStack } from "cdktf";
import { ApiKey as ApiKeyResource, type ApiKeyConfig } from "@cdktf/provider-confluent/lib/api-key";
import { RoleBinding } from "@cdktf/provider-confluent/lib/role-binding";
import {
  ApiKey,
  BidirectionalLink,
  DestinationInitiatedLink,
  DiallingHalf,
  Failover,
  ReceivingHalf,
  Warnings,
} from "cdktf-cluster-linking";
import type { Build, RuleCase, Unknown } from "../support/case";
import { bothWays, dr, firstLink, jump, key, newStack, oneLeg, primary, secondLink } from "../support/topology";

const LINK = "leg/link";

const inLeg =
  (use: (stack: TerraformStack, unknown: Unknown) => void): Build =>
  (app, unknown) =>
    use(newStack(app, "leg"), unknown);

const created = (stack: TerraformStack, config: Partial<ApiKeyConfig> = {}): ApiKeyResource =>
  new ApiKeyResource(stack, "key", { owner: { apiVersion: "iam/v2", id: "sa-1", kind: "ServiceAccount" }, ...config });

const binding = (stack: TerraformStack): RoleBinding =>
  new RoleBinding(stack, "binding", {
    principal: "User:sa-1",
    roleName: "CloudClusterAdmin",
    crnPattern: "crn://confluent.cloud/organization=o/environment=e/cloud-cluster=lkc-2222",
  });

const literal = (): ApiKey => ApiKey.fromAttributes({ key: "KEY", secret: "plain" });
const ENDS = () => ({ linkName: "primary-to-jump", source: primary(), destination: jump() });

export const accessRules: readonly RuleCase[] = [
  {
    id: "CL033",
    refuses: {
      "a key that a link uses for REST calls": {
        build: inLeg((stack) => {
          firstLink(stack, { destinationCredentials: ApiKey.fromResource(created(stack)) });
        }),
        at: LINK,
        given: "The key leg/key waits for nothing",
      },
      "a key with which a source dials": {
        build: inLeg((stack) => void firstLink(stack, { dialCredentials: ApiKey.fromResource(created(stack)) })),
        at: LINK,
        given: "The key leg/key waits for nothing",
      },
      "a key of a source that is dialled": {
        build: inLeg((stack) => void secondLink(stack, { sourceCredentials: ApiKey.fromResource(created(stack)) })),
        at: LINK,
        given: "The key leg/key waits for nothing",
      },
      "a key of an end of a bidirectional link": {
        build: inLeg((stack) => {
          bothWays(stack, { outbound: { credentials: ApiKey.fromResource(created(stack)) } });
        }),
        at: `${LINK}/outbound`,
        given: "The key leg/key waits for nothing",
      },
      "a key of a half by itself": {
        build: inLeg((stack) => {
          const receivingHalf = new ReceivingHalf(stack, "receiving", {
            ...ENDS(),
            destinationCredentials: key(stack, "jump"),
          });
          new DiallingHalf(stack, "dialling", {
            receivingHalf,
            sourceCredentials: ApiKey.fromResource(created(stack)),
            dialCredentials: key(stack, "jump_dial"),
          });
        }),
        at: "leg/dialling",
        given: "The key leg/key waits for nothing",
      },
    },
    accepts: {
      "a key with its grants": inLeg((stack) => {
        const grants = [binding(stack)];
        firstLink(stack, { dialCredentials: ApiKey.fromResource(created(stack), { grants }) });
      }),
      "a key that depends on its role binding": inLeg((stack) => {
        const dependsOn = [binding(stack)];
        firstLink(stack, { dialCredentials: ApiKey.fromResource(created(stack, { dependsOn })) });
      }),
      "a key that nothing uses": inLeg((stack) => {
        ApiKey.fromResource(created(stack));
        firstLink(stack);
      }),
    },
    token: { never: "grants are resources, which no token stands for" },
  },
  {
    id: "CL050",
    refuses: {
      "the secret of a source that dials": {
        build: oneLeg({ sourceCredentials: literal() }),
        at: `${LINK}/dialling`,
        given: "The secret of the credentials of PRIMARY is a literal",
      },
      "the secret of REST calls": {
        build: oneLeg({ destinationCredentials: literal() }),
        at: `${LINK}/receiving`,
        given: "The secret of the credentials of JUMP is a literal",
      },
      "the secret of a dialled source": {
        build: inLeg((stack) => void secondLink(stack, { sourceCredentials: literal() })),
        at: LINK,
        given: "The secret of the credentials of JUMP is a literal",
      },
      "the secret of an end of a bidirectional link": {
        build: inLeg((stack) => void bothWays(stack, { inbound: { credentials: literal() } })),
        at: `${LINK}/inbound`,
        given: "The secret of the credentials of JUMP is a literal",
      },
      "the secret of a link that exists": {
        build: inLeg((stack) => {
          DestinationInitiatedLink.fromAttributes(stack, "link", {
            linkName: "jump-to-dr",
            source: jump(),
            destination: dr(),
            destinationCredentials: literal(),
          });
        }),
        at: LINK,
        given: "The secret of destinationCredentials is a literal",
      },
      "an empty secret": {
        build: inLeg((stack) => {
          firstLink(stack, { dialCredentials: ApiKey.fromAttributes({ key: "KEY", secret: "" }) });
        }),
        at: `${LINK}/dialling`,
        given: "The secret of the credentials of JUMP is a literal",
      },
    },
    accepts: {
      variables: oneLeg({}),
      "a created key": inLeg((stack) => {
        const grants = [binding(stack)];
        secondLink(stack, { destinationCredentials: ApiKey.fromResource(created(stack), { grants }) });
      }),
    },
    token: {
      "the secret": inLeg((stack, unknown) => {
        const secret = unknown.text(stack, "value");
        firstLink(stack, { dialCredentials: ApiKey.fromAttributes({ key: "KEY", secret }) });
      }),
    },
  },
  {
    id: "CL051",
    refuses: {
      "a source-initiated link without a dialling key": {
        build: oneLeg({ dialCredentials: undefined }),
        at: LINK,
        given: "JUMP's key is used for REST calls and for dialling",
      },
      "a source-initiated link with the same key twice": {
        build: inLeg((stack) => void firstLink(stack, { dialCredentials: key(stack, "jump") })),
        at: LINK,
        given: "JUMP's key is used for REST calls and for dialling",
      },
      "halves by themselves": {
        build: inLeg((stack) => {
          const receivingHalf = new ReceivingHalf(stack, "receiving", {
            ...ENDS(),
            destinationCredentials: key(stack, "jump"),
          });
          new DiallingHalf(stack, "dialling", {
            receivingHalf,
            sourceCredentials: key(stack, "primary"),
            dialCredentials: key(stack, "jump"),
          });
        }),
        at: "leg/dialling",
        given: "JUMP's key is used for REST calls and for dialling",
      },
      "a bidirectional link of which one end waits": {
        build: inLeg((stack) => void bothWays(stack, { dialCredentials: undefined })),
        at: LINK,
        given: "JUMP's key is used for REST calls and for dialling",
      },
    },
    accepts: {
      "a dialling key": oneLeg({}),
      "a bidirectional link with a dialling key": inLeg((stack) => void bothWays(stack)),
      "a bidirectional link whose ends both dial": inLeg((stack) => {
        new BidirectionalLink(stack, "link", {
          linkName: "both",
          ends: [
            { cluster: jump(), credentials: key(stack, "jump") },
            { cluster: jump({ name: "OTHER", id: "lkc-4444" }), credentials: key(stack, "other") },
          ],
        });
      }),
      "an acknowledged one": inLeg((stack) => {
        firstLink(stack, { dialCredentials: undefined });
        Warnings.of(stack).acknowledge("CL051", "keys are rotated in two applies");
      }),
    },
    token: {
      "the dialling key": inLeg((stack, unknown) => {
        const dialCredentials = ApiKey.fromAttributes({
          key: unknown.text(stack, "key"),
          secret: unknown.text(stack, "secret"),
        });
        firstLink(stack, { dialCredentials });
      }),
    },
  },
  {
    id: "CL066",
    refuses: {
      capitals: {
        build: inLeg((stack) => void ApiKey.fromVariables(stack, "Jump")),
        at: "leg",
        given: 'The name is "Jump"',
      },
      "a hyphen": {
        build: inLeg((stack) => void ApiKey.fromVariables(stack, "jump-dial")),
        at: "leg",
        given: 'The name is "jump-dial"',
      },
      "an empty name": {
        build: inLeg((stack) => void ApiKey.fromVariables(stack, "")),
        at: "leg",
        given: 'The name is ""',
      },
      "a variable that shows its value": {
        build: inLeg((stack) => {
          new TerraformVariable(stack, "jump_api_secret", { type: "string" });
          ApiKey.fromVariables(stack, "jump");
        }),
        at: "leg",
        given: "leg/jump_api_secret exists and is no sensitive variable",
      },
      "an element that is no variable": {
        build: inLeg((stack) => {
          new ApiKeyResource(stack, "failover", {
            owner: { apiVersion: "iam/v2", id: "sa-1", kind: "ServiceAccount" },
          });
          Failover.fromVariable(stack);
        }),
        at: "leg",
        given: "leg/failover exists and is no variable",
      },
    },
    accepts: {
      "lower-case letters, digits and underscores": oneLeg({}),
      "a sensitive variable that exists": inLeg((stack) => {
        new TerraformVariable(stack, "jump_api_secret", { type: "string", sensitive: true });
        firstLink(stack);
      }),
    },
    token: { never: "names of variables are plain, because Terraform reads them before any value" },
  },
  {
    id: "CL073",
    refuses: {
      "create_before_destroy that is switched off": {
        build: inLeg(
          (stack) => void ApiKey.fromResource(created(stack, { lifecycle: { createBeforeDestroy: false } })),
        ),
        at: "leg/key",
        given: "createBeforeDestroy is false",
      },
    },
    accepts: {
      "a lifecycle that says nothing of it": inLeg((stack) => {
        const grants = [binding(stack)];
        const resource = created(stack, { lifecycle: { preventDestroy: true } });
        firstLink(stack, { dialCredentials: ApiKey.fromResource(resource, { grants }) });
      }),
    },
    token: { never: "Terraform takes literals only in a lifecycle block" },
  },
  {
    id: "CL074",
    refuses: {
      "an id that does not exist": {
        build: inLeg((stack) => Warnings.of(stack).acknowledge("CL999", "whatever")),
        at: "leg",
        given: `"CL999" is no rule's id`,
      },
      "an error": {
        build: inLeg((stack) => Warnings.of(stack).acknowledge("CL010", "we like long prefixes")),
        at: "leg",
        given: "CL010 cannot be acknowledged",
      },
      "a guarantee": {
        build: inLeg((stack) => Warnings.of(stack).acknowledge("CL034", "whatever")),
        at: "leg",
        given: "CL034 cannot be acknowledged",
      },
      "no reason": {
        build: inLeg((stack) => Warnings.of(stack).acknowledge("CL051", " ")),
        at: "leg",
        given: "The reason for CL051 is empty",
      },
    },
    accepts: {
      "a warning and a reason": inLeg((stack) => Warnings.of(stack).acknowledge("CL051", "keys never change")),
      "the error that can be overridden": inLeg((stack) =>
        Warnings.of(stack).acknowledge("CL031", "500 ms works here"),
      ),
    },
    token: { never: "an acknowledgement is read at synth, and is no value of Terraform's" },
  },
];
