import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { ProviderServer } from "../../../lib/rehearsal/provider/server";
import { describeWithTerraform } from "../../e2e/support";
import { Environments, ServiceAccounts, startServer, Workspace } from "./support";

const PROVIDER = `provider "confluent" {
  cloud_api_key    = "K"
  cloud_api_secret = "S"
}`;
const environment = (name: string, more = "") =>
  `${PROVIDER}
  resource "confluent_environment" "e" {
    display_name = "${name}"
    ${more}
  }`;
const EMULATED = /Warning: EMULATED, not Confluent Cloud/g;
const times = (output: string) => output.match(EMULATED)?.length ?? 0;

let server: ProviderServer;
let environments: Environments;
let accounts: ServiceAccounts;
let workspace: Workspace;

beforeAll(async () => {
  environments = new Environments();
  accounts = new ServiceAccounts();
  server = await startServer({
    resources: [environments.resource, accounts.resource],
    dataSources: [environments.dataSource],
    environment: { CONFLUENT_CLOUD_API_KEY: "from environment" },
  });
});
afterAll(() => server.stop());

beforeEach(() => {
  workspace = new Workspace(server);
  environments.objects.clear();
  environments.calls.length = 0;
  environments.configurations.length = 0;
});
afterEach(() => workspace.remove());

const prepared = async (configuration: string) => {
  workspace.write(configuration);
  const { output } = await workspace.run("init");
  expect(output).toContain("successfully initialized");
};
const applied = async (configuration: string) => {
  await prepared(configuration);
  const { output, exitCode } = await workspace.apply();
  expect(exitCode, output).toBe(0);
};

describeWithTerraform("a resource's life with the real Terraform", () => {
  it("is created, and then there is nothing to change", async () => {
    await prepared(environment("one", 'stream_governance {\npackage = "ESSENTIALS"\n}'));
    expect((await workspace.run("validate")).exitCode).toBe(0);

    const plan = await workspace.plan();
    expect(plan.exitCode).toBe(2);
    expect(plan.output).toContain("+ id = (known after apply) + resource_name = (known after apply)");
    expect(environments.calls).toEqual([]);

    expect((await workspace.apply()).output).toContain("1 added, 0 changed, 0 destroyed");
    expect([...environments.objects.values()]).toEqual([
      {
        display_name: "one",
        id: "env-1",
        resource_name: "crn://env-1",
        stream_governance: [{ package: "ESSENTIALS" }],
      },
    ]);
    expect(await workspace.plan()).toMatchObject({ exitCode: 0 });
  });

  it("is replaced for an attribute, a value in a block, and a block that appears or disappears", async () => {
    const governed = (name: string) => environment("two", `stream_governance {\npackage = "${name}"\n}`);
    await applied(environment("one"));
    for (const [configuration, reason] of [
      [environment("two"), '~ display_name = "one" -> "two" # forces replacement'],
      [governed("ESSENTIALS"), '+ package = "ESSENTIALS" # forces replacement'],
      [governed("ADVANCED"), '~ package = "ESSENTIALS" -> "ADVANCED" # forces replacement'],
      [environment("two"), '- package = "ADVANCED" -> null # forces replacement'],
    ] as const) {
      workspace.write(configuration);
      const { exitCode, output } = await workspace.apply();
      expect(exitCode, output).toBe(0);
      expect(output).toContain("must be replaced");
      expect(output).toContain(reason);
      expect(output).toContain("1 added, 0 changed, 1 destroyed");
      expect(await workspace.plan()).toMatchObject({ exitCode: 0 });
    }
  });

  it("is changed in place", async () => {
    await applied(`${PROVIDER}
      resource "confluent_service_account" "a" {
        display_name = "app"
      }`);
    expect(accounts.objects.get("sa-1")).toMatchObject({ description: "by default" });
    expect(await workspace.plan()).toMatchObject({ exitCode: 0 });

    workspace.write(`${PROVIDER}
      resource "confluent_service_account" "a" {
        display_name = "app"
        description  = "for the app"
      }`);
    const { output } = await workspace.apply();
    expect(output).toContain('~ description = "by default" -> "for the app"');
    expect(output).toContain("0 added, 1 changed, 0 destroyed");
    expect(accounts.objects.get("sa-1")).toMatchObject({ description: "for the app", id: "sa-1" });
  });

  it("is destroyed", async () => {
    await applied(environment("one"));
    expect((await workspace.run("destroy", "-auto-approve")).output).toContain("1 destroyed");
    expect(environments.objects.size).toBe(0);
  });

  it("is planned again when it is gone", async () => {
    await applied(environment("one"));
    environments.objects.clear();
    const { exitCode, output } = await workspace.plan();
    expect(exitCode).toBe(2);
    expect(output).toContain("confluent_environment.e will be created");
  });

  it("is imported", async () => {
    await applied(environment("one"));
    const id = [...environments.objects.keys()].join();
    const other = new Workspace(server);
    try {
      other.write(`${environment("one")}\nimport {\nto = confluent_environment.e\nid = "${id}"\n}`);
      await other.run("init");
      expect((await other.apply()).output).toContain("1 imported, 0 added, 0 changed, 0 destroyed");
      expect((await other.state())["confluent_environment.e"].values).toMatchObject({ display_name: "one", id });
      other.write(`${environment("one")}\nimport {\nto = confluent_environment.f\nid = "env-none"\n}
        resource "confluent_environment" "f" {\ndisplay_name = "none"\n}`);
      expect((await other.plan()).output).toContain("Cannot import non-existent remote object");
    } finally {
      other.remove();
    }
  });

  it("cannot be imported where the handler does not say how", async () => {
    await prepared(`${PROVIDER}\nimport {\nto = confluent_service_account.a\nid = "sa-1"\n}
      resource "confluent_service_account" "a" {\ndisplay_name = "app"\n}`);
    expect((await workspace.plan()).output).toContain("confluent_service_account cannot be imported");
  });
});

describeWithTerraform("errors with the real Terraform", () => {
  it("says what validation says, at the line of the attribute", async () => {
    await prepared(environment("wrong"));
    const { exitCode, output } = await workspace.run("validate");
    expect(exitCode).toBe(1);
    expect(output).toMatch(/Error: a wrong name with confluent_environment\.e, on main\.tf .*: display_name = "wrong"/);
  });

  it("keeps nothing of a creation that was refused", async () => {
    await prepared(environment("refused"));
    const { exitCode, output } = await workspace.apply();
    expect(exitCode).toBe(1);
    expect(output).toContain("Error: the name was refused with confluent_environment.e");
    expect(await workspace.state()).toEqual({});
  });

  it("taints what was created when a later step fails", async () => {
    await prepared(environment("half"));
    expect(await workspace.apply()).toMatchObject({ exitCode: 1 });
    expect((await workspace.state())["confluent_environment.e"]).toMatchObject({
      tainted: true,
      values: { display_name: "half" },
    });
    expect((await workspace.plan()).output).toContain("confluent_environment.e is tainted, so must be replaced");
  });

  it("keeps what could not be deleted", async () => {
    await applied(environment("sticky"));
    expect(await workspace.run("destroy", "-auto-approve")).toMatchObject({ exitCode: 1 });
    expect(Object.keys(await workspace.state())).toEqual(["confluent_environment.e"]);
  });

  it("keeps the proposed values of a change that failed", async () => {
    const account = (description: string) => `${PROVIDER}
      resource "confluent_service_account" "a" {
        display_name = "app"
        description  = "${description}"
      }`;
    await applied(account("before"));
    workspace.write(account("refused"));
    const { exitCode, output } = await workspace.apply();
    expect(exitCode).toBe(1);
    expect(output).toMatch(/Error: refused with confluent_service_account\.a, on main\.tf .*: description = "refused"/);
    expect((await workspace.state())["confluent_service_account.a"]).toMatchObject({
      values: { description: "refused", id: "sa-1" },
    });
    expect((await workspace.plan()).output).toContain('~ description = "before" -> "refused"');
    expect((await workspace.run("plan", "-refresh=false")).output).toContain("No changes.");
  });
});

describeWithTerraform("values with the real Terraform", () => {
  it("plans with values that are not known yet", async () => {
    await prepared(`${environment("one")}
      resource "confluent_environment" "f" {
        display_name = confluent_environment.e.id
        stream_governance {
          package = confluent_environment.e.resource_name
        }
      }
      resource "confluent_environment" "g" {
        display_name = "g-\${confluent_environment.f.id}"
        dynamic "stream_governance" {
          for_each = [confluent_environment.f.id]
          content {
            package = stream_governance.value
          }
        }
      }`);
    expect((await workspace.plan()).output).toContain("display_name = (known after apply)");
    expect(await workspace.apply()).toMatchObject({ exitCode: 0 });
    const names = [...environments.objects.values()].map(({ display_name }) => display_name);
    expect(names).toEqual(["one", expect.stringMatching(/^env-\d+$/), expect.stringMatching(/^g-env-\d+$/)]);
    expect(await workspace.plan()).toMatchObject({ exitCode: 0 });
  });

  it("hides what the schema calls sensitive", async () => {
    await prepared(`${PROVIDER}
      resource "confluent_kafka_mirror_topic" "m" {
        source_kafka_topic {
          topic_name = "orders"
        }
        cluster_link {
          link_name = "link"
        }
        kafka_cluster {
          id            = "lkc-1"
          rest_endpoint = "https://lkc-1.confluent.cloud:443"
          credentials {
            key    = "HIDDEN-KEY"
            secret = "HIDDEN-SECRET"
          }
        }
      }`);
    const { output } = await workspace.plan();
    expect(output).toContain("key = (sensitive value)");
    expect(output).not.toContain("HIDDEN");
  });

  it("reads data sources", async () => {
    await applied(environment("one"));
    const id = [...environments.objects.keys()].join();
    const withData = (of: string) => `${environment("one")}
      data "confluent_environment" "d" {
        id = "${of}"
      }
      output "found" {
        value = data.confluent_environment.d.display_name
      }`;
    workspace.write(withData(id));
    expect((await workspace.apply()).output).toContain('found = "one"');
    workspace.write(withData("env-none"));
    expect((await workspace.plan()).output).toMatch(/Error: no such environment .*: id = "env-none" Look again\./);
    workspace.write(withData(""));
    expect((await workspace.run("validate")).output).toContain("Error: an empty id");
  });
});

describeWithTerraform("what the emulator does not carry", () => {
  const NETWORK = `${PROVIDER}
    resource "confluent_byok_key" "k" {
      aws {
        key_arn = "arn:aws:kms:us-west-2:1:key/1"
      }
    }`;

  it("is validated and planned, and refused at apply", async () => {
    await prepared(NETWORK);
    expect(await workspace.run("validate")).toMatchObject({ exitCode: 0 });
    const plan = await workspace.plan();
    expect(plan.exitCode).toBe(2);
    expect(plan.output).toContain("+ id = (known after apply)");
    const { exitCode, output } = await workspace.apply();
    expect(exitCode).toBe(1);
    expect(output).toContain("Error: The emulator does not carry the resource confluent_byok_key");
    expect(output).toContain("unset TF_REATTACH_PROVIDERS");
  });

  it("is an error for a data source that is read", async () => {
    await prepared(`${PROVIDER}
      data "confluent_users" "u" {
      }`);
    expect(await workspace.run("validate")).toMatchObject({ exitCode: 0 });
    expect((await workspace.plan()).output).toContain(
      "Error: The emulator does not carry the data source confluent_users",
    );
  });

  it("cannot be imported", async () => {
    await prepared(`${NETWORK}\nimport {\nto = confluent_byok_key.k\nid = "cck-1"\n}`);
    expect((await workspace.plan()).output).toContain("does not carry the resource confluent_byok_key");
  });
});

describeWithTerraform("the warning that this is no Confluent Cloud", () => {
  it("stands once in a plan, whatever it changes, and in the output of apply, destroy and refresh", async () => {
    const aliased = `${environment("one")}
      provider "confluent" {
        alias         = "other"
        cloud_api_key = "other"
      }
      resource "confluent_environment" "f" {
        provider     = confluent.other
        display_name = "two"
      }`;
    await prepared(aliased);
    expect(times((await workspace.plan()).output)).toBe(1);
    expect(times((await workspace.apply()).output)).toBe(1);

    const nothing = await workspace.plan();
    expect(nothing.exitCode).toBe(0);
    expect(times(nothing.output)).toBe(1);
    expect(times((await workspace.run("plan", "-refresh=false")).output)).toBe(1);
    expect(times((await workspace.run("plan", "-refresh-only")).output)).toBe(1);
    expect(times((await workspace.run("destroy", "-auto-approve")).output)).toBe(1);
  });
});

describeWithTerraform("the provider's configuration", () => {
  it("belongs to a connection, also while two Terraforms share the server", async () => {
    const other = new Workspace(server);
    try {
      await prepared(`${environment("one")}
        provider "confluent" {
          alias            = "other"
          cloud_api_secret = "T"
          endpoint         = "http://127.0.0.1:1"
          max_retries      = 7
        }
        resource "confluent_environment" "f" {
          provider     = confluent.other
          display_name = "two"
        }`);
      other.write(`provider "confluent" {
          cloud_api_key       = "L"
          cloud_api_secret    = "M"
          kafka_rest_endpoint = "https://lkc-1.confluent.cloud:443"
          kafka_api_key       = "N"
          kafka_api_secret    = "O"
        }
        resource "confluent_environment" "g" {
          display_name = "three"
        }`);
      await other.run("init");
      const outcomes = await Promise.all([workspace.apply(), other.apply()]);
      expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
      const used = Object.fromEntries(
        environments.calls.map((call, index) => [call, environments.configurations[index]!]),
      );
      expect(used).toMatchObject({
        "create one": { cloudApiKey: "K", cloudApiSecret: "S", endpoint: "https://api.confluent.cloud", maxRetries: 4 },
        "create two": {
          cloudApiKey: "from environment",
          cloudApiSecret: "T",
          endpoint: "http://127.0.0.1:1",
          maxRetries: 7,
        },
        "create three": {
          cloudApiKey: "L",
          kafka: { id: "", restEndpoint: "https://lkc-1.confluent.cloud:443", key: "N", secret: "O" },
        },
      });
    } finally {
      other.remove();
    }
  });

  it("is refused with too few retries", async () => {
    await prepared(`provider "confluent" {
        max_retries = 3
      }
      resource "confluent_environment" "e" {
        display_name = "one"
      }`);
    expect((await workspace.plan()).output).toContain(
      "Error: expected max_retries to be a whole number of at least 4, got 3",
    );
  });

  it("is refused with half of a Kafka cluster, and with OAuth", async () => {
    const provider = (body: string) => `provider "confluent" {\n${body}\n}
      resource "confluent_environment" "e" {
        display_name = "one"
      }`;
    await prepared(provider('kafka_api_key = "N"'));
    expect((await workspace.plan()).output).toContain("kafka_api_secret of the provider belong together");
    workspace.write(provider('oauth {\noauth_identity_pool_id = "pool-1"\n}'));
    expect((await workspace.plan()).output).toContain("Error: The emulator does not carry OAuth");
  });
});
