import type { ITerraformDependable, TerraformResourceLifecycle, TerraformVariable } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { isToken } from "../core/known";
import { stackVariable } from "../core/variables";
import { requireKind, requireProps, text } from "../core/shape";
import { refuse } from "../core/validation-error";
import { quote } from "../model/names";
import { illegalVariableName, keyReplacedTooEarly, keyWithoutGrant, literalSecret } from "../model/rules/access";
import { wrongPeerCredentials } from "../model/rules/halves";
import type { Finding } from "../model/rules/rule";
import { createGenerations, userGrants, type RotatingApiKeyProps } from "./rotating-key";

/** A key and its secret, as values that only Terraform knows. */
export interface ApiKeyAttributes {
  /** Id of the key. */
  readonly key: string;
  /** A token: a literal is refused with CL050. */
  readonly secret: string;
}

/** The parts of a generated `ApiKey` resource that this library uses. */
export interface ApiKeyResource extends IConstruct, ITerraformDependable {
  /** The key. */
  readonly id: string;
  /** Its secret. */
  readonly secret: string;
  /** Addresses of what it waits for. @default - nothing */
  dependsOn?: string[];
  /** `create_before_destroy` is set here. @default - none */
  lifecycle?: TerraformResourceLifecycle;
}

/** What a generated `ApiKey` resource does not say of itself. */
export interface ApiKeyFromResourceOptions {
  /**
   * Role bindings that give the key's owner its rights. Whatever uses the key waits for them.
   *
   * @default - what the key resource itself depends on; CL033 warns when that is nothing
   */
  readonly grants?: readonly ITerraformDependable[];
  /** Whether another stack gave the key's owner its rights, before this one runs. @default false */
  readonly grantedElsewhere?: boolean;
}

const API_KEY = Symbol.for("cdktf-cluster-linking.ApiKey");
const VARIABLE_PREFIX = /^[a-z][a-z0-9_]*$/;

/**
 * A Kafka API key: a key of one cluster, that no other cluster knows.
 *
 * Secrets are tokens; a literal one is refused with CL050.
 *
 * @see https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html
 */
export class ApiKey implements ApiKeyAttributes {
  public readonly key: string;
  public readonly secret: string;

  private constructor(
    attributes: ApiKeyAttributes,
    /** What has to exist before the key has rights. */
    public readonly grants: readonly ITerraformDependable[] = [],
    private readonly findings: readonly Finding[] = [],
  ) {
    this.key = attributes.key;
    this.secret = attributes.secret;
    Object.defineProperty(this, API_KEY, { value: true });
    Object.freeze(this);
  }

  /**
   * A key from two sensitive variables of the stack, `<name>_api_key` and `<name>_api_secret`, declared once.
   *
   * Throws CL066 for a name that makes no variable, or when a variable of another kind has that name.
   */
  public static fromVariables(scope: Construct, name: string): ApiKey {
    requireKind(scope, "the name", name, text);
    if (!VARIABLE_PREFIX.test(name)) refuse(scope, [illegalVariableName.finding(`The name is ${quote(name)}.`)]);
    return new ApiKey({
      key: sensitiveVariable(scope, `${name}_api_key`, `API key for cluster ${name}`),
      secret: sensitiveVariable(scope, `${name}_api_secret`, `Secret of the API key for cluster ${name}`),
    });
  }

  /**
   * A key that a generated resource of the same stack creates.
   *
   * Sets `create_before_destroy` on it, without which a rotation leaves the stack unable to plan; throws CL073 if that was
   * switched off.
   */
  public static fromResource(resource: ApiKeyResource, options: ApiKeyFromResourceOptions = {}): ApiKey {
    const { lifecycle } = resource;
    if (lifecycle?.createBeforeDestroy === false) {
      refuse(resource, [keyReplacedTooEarly.finding("createBeforeDestroy is false.")]);
    }
    resource.lifecycle = { ...lifecycle, createBeforeDestroy: true };
    const grants = options.grants ?? [];
    const waits = options.grantedElsewhere === true || grants.length > 0 || (resource.dependsOn?.length ?? 0) > 0;
    const findings = waits ? [] : [keyWithoutGrant.finding(`The key ${resource.node.path} waits for nothing.`)];
    return new ApiKey({ key: resource.id, secret: resource.secret }, grants, findings);
  }

  /**
   * A key that the stack creates and that is rotated by counting up its `generation`.
   *
   * Each generation is a resource of its own, `<id>-1`, `<id>-2` and so on. The apply after the change creates the new key, gives it to the
   * links and mirror topics, in place, and deletes the key before last of all. Nothing else is replaced, and if the apply stops half-way
   * the old key still works. A key with which a link dials, and the REST key of a half that dials or of a link, rotate in one clean apply.
   *
   * The REST key of a half that waits (`destinationCredentials` of a SourceInitiatedLink or ReceivingHalf, the inbound end of a
   * BidirectionalLink) takes two: the first apply ends with "len(credentialConfigs) is 0", which is expected; the second hands the key to
   * the mirror topics and deletes the old one. The link works on meanwhile.
   *
   * If a key was deleted before its users had the next one, every plan fails with 401. Count up and apply with `-refresh=false`, twice for the
   * REST key of a half that waits; the error that the deleted key cannot be deleted again is gone with the next plain apply.
   *
   * Throws CL084 for an illegal generation, CL089 for a cluster without `environmentId`. Warning where it is used: CL033.
   */
  public static rotating(scope: Construct, id: string, props: RotatingApiKeyProps): ApiKey {
    const resource = createGenerations(scope, id, props);
    const { grantedElsewhere } = props;
    return ApiKey.fromResource(resource, { grants: userGrants(props.grants), grantedElsewhere });
  }

  /** A key from elsewhere in the stack, like a data source of a secrets manager. Throws CL050 for a literal secret where it is used. */
  public static fromAttributes(attributes: ApiKeyAttributes): ApiKey {
    requireProps("ApiKey", attributes, { key: text, secret: text });
    return new ApiKey(attributes);
  }

  /** Whether something is an ApiKey, also one of another copy of this library. */
  public static isApiKey(x: unknown): x is ApiKey {
    return typeof x === "object" && x !== null && API_KEY in x;
  }

  /** Whether two are the same key, as far as synth can see. */
  public equals(other: ApiKey): boolean {
    return this.key === other.key && this.secret === other.secret;
  }

  /** Throws CL050 unless the secret is known to Terraform only, and CL018 for an empty key. */
  public requireToken(scope: IConstruct, prop: string): void {
    if (this.key === "") refuse(scope, [wrongPeerCredentials.finding(`The key of ${prop} is empty.`)]);
    if (!isToken(this.secret)) refuse(scope, [literalSecret.finding(`The secret of ${prop} is a literal.`)]);
  }

  /** What to warn of wherever the key is used. */
  public check(): readonly Finding[] {
    return this.findings;
  }
}

/** A variable makes a new token each time; keys are compared by theirs. */
const VALUES = new WeakMap<TerraformVariable, string>();

function sensitiveVariable(scope: Construct, name: string, description: string): string {
  const variable = stackVariable(scope, name, { sensitive: true, description });
  const value = VALUES.get(variable) ?? variable.stringValue;
  VALUES.set(variable, value);
  return value;
}
