import { TerraformVariable, type TerraformStack } from "cdktf";
import { ApiKey as ApiKeyResource, type ApiKeyConfig } from "@cdktf/provider-confluent/lib/api-key";
import { RoleBinding } from "@cdktf/provider-confluent/lib/role-binding";
import {
  ApiKey,
  BidirectionalLink,
  DestinationInitiatedLink,
  DiallingHalf,
  Failover,
  GroupFilter,
  LinkPrincipals,
  AclFilter,
  ReceivingHalf,
  TopicFilter,
  Warnings,
  type KafkaCluster,
} from "cdktf-cluster-linking";
import type { Build, RuleCase, Unknown } from "../support/case";
import {
  bothWays,
  dr,
  firstLink,
  jump,
  key,
  mirrors,
  newStack,
  oneLeg,
  primary,
  secondLink,
} from "../support/topology";

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

const crn = (id: string, environment = "env-1"): string =>
  `crn://confluent.cloud/organization=o-1/environment=${environment}/cloud-cluster=${id}`;
const placed = (make: (attributes: object) => KafkaCluster, id: string, changes: object = {}): KafkaCluster =>
  make({ environmentId: "env-1", rbacCrn: crn(id), ...changes });

/** Principals of leg 2, at `leg/principals`. */
const principals = (stack: TerraformStack, changes: object = {}): LinkPrincipals =>
  new LinkPrincipals(stack, "principals", {
    linkName: "jump-to-dr",
    initiator: "destination",
    source: placed(jump, "lkc-2222"),
    destination: placed(dr, "lkc-3333"),
    topics: ["orders"],
    ...changes,
  });

/** Leg 2 with principals of its own, that are told of `told`, and with what it does. */
const secondLeg =
  (told: object, link: object = {}, set: object = { topics: ["orders"] }): Build =>
  (app) => {
    const stack = newStack(app, "leg");
    const { credentials } = principals(stack, told);
    mirrors(stack, secondLink(stack, { upstream: "none", ...credentials, ...link }), set);
  };

const ROTATING = (changes: object = {}) => ({
  cluster: placed(jump, "lkc-2222"),
  serviceAccountId: "sa-1",
  ...changes,
});
const PRINCIPALS = "leg/principals";

/** The same, with ACLs for the principal on DR. */
const secondLegByAcls =
  (told: object, link: object = {}, set: object = { topics: ["orders"] }): Build =>
  (app) => {
    const stack = newStack(app, "leg");
    const onDestination = { aclAdministrator: key(stack, "dr") };
    const { credentials } = principals(stack, { onDestination, ...told });
    mirrors(stack, secondLink(stack, { upstream: "none", ...credentials, ...link }), set);
  };

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
  {
    id: "CL084",
    refuses: {
      "a generation of none": {
        build: inLeg((stack) => void ApiKey.rotating(stack, "key", ROTATING({ generation: 0 }))),
        at: "leg",
        given: "The generation of the key key is 0",
      },
      "a part of a generation": {
        build: inLeg((stack) => void ApiKey.rotating(stack, "key", ROTATING({ generation: 1.5 }))),
        at: "leg",
        given: "The generation of the key key is 1.5",
      },
      "a generation that only Terraform knows": {
        build: inLeg((stack) => {
          const { numberValue: generation } = new TerraformVariable(stack, "generation", { type: "number" });
          ApiKey.rotating(stack, "key", ROTATING({ generation }));
        }),
        at: "leg",
        given: "The generation of the key key is only known to Terraform",
      },
      "one of a link's keys": {
        build: inLeg((stack) => void principals(stack, { onSource: { generation: -1 } })),
        at: `${PRINCIPALS}/source`,
        given: "The generation of the key key is -1",
      },
    },
    accepts: {
      "the first one": inLeg((stack) => {
        firstLink(stack, { dialCredentials: ApiKey.rotating(stack, "key", ROTATING({ grants: [binding(stack)] })) });
      }),
      "a later one": inLeg((stack) => {
        const dialCredentials = ApiKey.rotating(stack, "key", ROTATING({ generation: 12, grants: [binding(stack)] }));
        firstLink(stack, { dialCredentials });
      }),
    },
    token: { never: "a generation is part of an address, which Terraform reads before any value" },
  },
  {
    id: "CL085",
    refuses: {
      "a topic that may not be read": {
        build: secondLeg({}, {}, { topics: ["orders", "payments"] }),
        at: PRINCIPALS,
        given: 'There is no right to read on JUMP the topic "payments"',
      },
      "a filter that chooses more": {
        build: secondLeg({}, {}, { autoCreate: [TopicFilter.includePrefix("orders")] }),
        at: PRINCIPALS,
        given: 'There is no right to read on JUMP the topics that begin with "orders"',
      },
      "a group whose offsets may not be read": {
        build: secondLeg({}, { consumerOffsetSync: { groups: [GroupFilter.include("app")] } }),
        at: PRINCIPALS,
        given: 'There is no right to read on JUMP the offsets of the group "app"',
      },
      "ACLs that may not be read": {
        build: secondLeg(
          {},
          {
            aclSync: {
              filters: [
                AclFilter.of({
                  resourceFilter: { resourceType: "topic", patternType: "literal", name: "orders" },
                  accessFilter: { operation: "read", permissionType: "allow" },
                }),
              ],
            },
          },
        ),
        at: PRINCIPALS,
        given: "There is no right to read the ACLs of JUMP",
      },
      "a mirror topic that may not be created": {
        build: secondLegByAcls({ aclSync: true }, {}, { topics: ["payments"] }),
        at: PRINCIPALS,
        given: 'There is no right to create on DR mirrors of the topic "payments"',
      },
      "another prefix": {
        build: secondLegByAcls({ prefix: "eu-" }),
        at: PRINCIPALS,
        given: 'Mirror topics have the prefix "", the rights "eu-"',
      },
      "a failover that would be refused": {
        build: (app) => {
          const stack = newStack(app, "leg");
          const { credentials } = principals(stack, { onDestination: { aclAdministrator: key(stack, "dr") } });
          mirrors(stack, secondLink(stack, { upstream: "none", ...credentials }), {
            topics: ["orders"],
            failover: Failover.fromVariable(stack),
          });
        },
        at: PRINCIPALS,
        given: "There is no right to promote and fail over mirror topics on DR",
      },
    },
    accepts: {
      "what the principals were told of": secondLeg(
        {
          topics: ["orders"],
          autoCreate: [TopicFilter.includePrefix("mirror_me")],
          groups: [GroupFilter.all()],
        },
        { consumerOffsetSync: { groups: [GroupFilter.include("app"), GroupFilter.includePrefix("shop-")] } },
        { topics: ["orders", "mirror_me.a"], autoCreate: [TopicFilter.includePrefix("mirror_me_too")] },
      ),
      "a prefix that ACLs were told of": secondLegByAcls({ prefix: "eu-" }, { prefix: "eu-" }),
      "a failover that ACLs were told of": (app) => {
        const stack = newStack(app, "leg");
        const onDestination = { aclAdministrator: key(stack, "dr") };
        const { credentials } = principals(stack, { onDestination, failOver: true });
        mirrors(stack, secondLink(stack, { upstream: "none", ...credentials }), {
          topics: ["orders"],
          failover: Failover.fromVariable(stack),
        });
      },
      "what is switched off": {
        build: secondLeg(
          {},
          { consumerOffsetSync: { enabled: false, groups: [GroupFilter.include("app")] } },
          { topics: ["orders"], autoCreate: { enabled: false, filters: [TopicFilter.includePrefix("other")] } },
        ),
        also: ["CL004"],
      },
      "a link of other clusters or another name": secondLeg({}, { linkName: "other" }, { topics: ["payments"] }),
      "an acknowledged one": (app) => {
        secondLeg({}, {}, { topics: ["payments"] })(app, undefined as never);
        Warnings.of(app).acknowledge("CL085", "the account is in a group that may");
      },
    },
    token: {
      "a topic of the link": (app, unknown) => {
        const stack = newStack(app, "leg");
        const { credentials } = principals(stack);
        const link = secondLink(stack, { upstream: "none", ...credentials });
        mirrors(stack, link, { topics: ["orders"], autoCreate: [TopicFilter.include(unknown.text(stack, "topic"))] });
      },
      "the prefix of ACLs": (app, unknown) => {
        const stack = newStack(app, "leg");
        const prefix = unknown.text(stack, "prefix");
        const { credentials } = principals(stack, { prefix, onDestination: { aclAdministrator: key(stack, "dr") } });
        mirrors(stack, secondLink(stack, { upstream: "none", ...credentials, prefix }), { topics: ["orders"] });
      },
    },
  },
  {
    id: "CL086",
    refuses: {
      "a topic": {
        build: inLeg((stack, unknown) => void principals(stack, { topics: ["orders", unknown.text(stack, "topic")] })),
        at: PRINCIPALS,
        given: "A topic of the list is only known to Terraform",
      },
      "a list of topics": {
        build: inLeg((stack, unknown) => void principals(stack, { topics: unknown.list(stack, "topics") })),
        at: PRINCIPALS,
        given: "A topic of the list is only known to Terraform",
      },
      "a filter of groups": {
        build: inLeg((stack, unknown) => {
          principals(stack, { groups: [GroupFilter.includePrefix(unknown.text(stack, "group"))] });
        }),
        at: PRINCIPALS,
        given: "A group of the list is only known to Terraform",
      },
    },
    accepts: { "names that are written out": secondLeg({}) },
    token: { never: "the rule is about tokens: it refuses them, as addresses are made of these names" },
  },
  {
    id: "CL087",
    refuses: {
      "ACLs on PRIMARY": {
        build: inLeg((stack) => {
          const both = { source: placed(primary, "lkc-1111"), destination: placed(jump, "lkc-2222") };
          const onSource = { aclAdministrator: key(stack, "primary") };
          const { credentials } = principals(stack, { ...both, linkName: "first", initiator: "source", onSource });
          firstLink(stack, { ...both, linkName: "first", ...credentials });
        }),
        at: PRINCIPALS,
        given: "The principal on PRIMARY has ACLs",
      },
    },
    accepts: {
      "a role there, and ACLs on JUMP": inLeg((stack) => {
        const both = { source: placed(primary, "lkc-1111"), destination: placed(jump, "lkc-2222") };
        const onDestination = { aclAdministrator: key(stack, "jump") };
        const { credentials } = principals(stack, { ...both, linkName: "first", initiator: "source", onDestination });
        firstLink(stack, { ...both, linkName: "first", ...credentials });
      }),
      "ACLs for a source that is dialled": inLeg((stack) => {
        const onSource = { aclAdministrator: key(stack, "jump") };
        mirrors(stack, secondLink(stack, { upstream: "none", ...principals(stack, { onSource }).credentials }), {
          topics: ["orders"],
        });
      }),
    },
    token: { never: "who has ACLs is decided by a prop that is an ApiKey or missing" },
  },
  {
    id: "CL089",
    refuses: {
      "a key of a cluster without an environment": {
        build: inLeg((stack) => void ApiKey.rotating(stack, "key", ROTATING({ cluster: jump() }))),
        at: "leg",
        given: "JUMP has no environmentId",
      },
      "role bindings on a cluster without a name for them": {
        build: inLeg((stack) => void principals(stack, { source: placed(jump, "", { rbacCrn: undefined }) })),
        at: `${PRINCIPALS}/source`,
        given: "JUMP has no rbacCrn",
      },
      "the name of another cluster": {
        build: inLeg((stack) => void principals(stack, { destination: placed(dr, "lkc-9999") })),
        at: `${PRINCIPALS}/destination`,
        given: `The rbacCrn of DR is "${crn("lkc-9999")}"`,
      },
      "the name of a cluster in another environment": {
        build: inLeg((stack) => {
          principals(stack, { destination: placed(dr, "", { rbacCrn: crn("lkc-3333", "env-2") }) });
        }),
        at: `${PRINCIPALS}/destination`,
        given: "The rbacCrn of DR is",
      },
      "what is no name": {
        build: inLeg((stack) => void principals(stack, { destination: placed(dr, "", { rbacCrn: "lkc-3333" }) })),
        at: `${PRINCIPALS}/destination`,
        given: 'The rbacCrn of DR is "lkc-3333"',
      },
      "roles for single topics of a Basic cluster": {
        build: inLeg((stack) => void principals(stack, { source: placed(jump, "lkc-2222", { kind: "Basic" }) })),
        at: `${PRINCIPALS}/source`,
        given: "JUMP is a Basic cluster",
      },
    },
    accepts: {
      "clusters with their place": secondLeg({}),
      "ACLs without a name for role bindings": inLeg((stack) => {
        const source = placed(jump, "", { rbacCrn: undefined, kind: "Basic" });
        const { credentials } = principals(stack, { source, onSource: { aclAdministrator: key(stack, "jump") } });
        mirrors(stack, secondLink(stack, { upstream: "none", ...credentials, source }), { topics: ["orders"] });
      }),
    },
    token: {
      "the environment and the name": inLeg((stack, unknown) => {
        const place = { environmentId: unknown.text(stack, "environment"), rbacCrn: unknown.text(stack, "crn") };
        const source = placed(jump, "", place);
        const { credentials } = principals(stack, { source });
        mirrors(stack, secondLink(stack, { upstream: "none", ...credentials, source }), { topics: ["orders"] });
      }),
      "the environment": inLeg((stack, unknown) => {
        const source = placed(jump, "lkc-2222", { environmentId: unknown.text(stack, "environment") });
        const { credentials } = principals(stack, { source });
        mirrors(stack, secondLink(stack, { upstream: "none", ...credentials, source }), { topics: ["orders"] });
      }),
    },
  },
];
