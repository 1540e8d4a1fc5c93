package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.fail;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationReaderTest {

  private static final String DESIGNED =
      """
      store: ./workload
      samples: redacted                  # or raw
      servers:
        - name: booking-1
          url: jdbc:mysql://10.0.0.5:3306/
          user: watershed
          password: ${env:WATERSHED_PASSWORD}
          slowLog: /var/log/mysql/slow.log
          longQueryTimeSeconds: 0
          sampleRate: 10
          timeZone: Asia/Tokyo
          sqlMode: ANSI_QUOTES
          catalog: dump.sql
          cluster: booking
          role: primary
          capacity: {cpus: 16, bufferPoolGiB: 96, metrics: host-metrics.csv}
          cost: {currency: JPY, perMonth: 310000}
          proxy: {digests: proxy.tsv, hostgroups: [10, 11]}
      services:
        - name: marketplace
          team: core
          match: {users: [svc_market], hosts: [10.2.0.0/16], programs: [market-api]}
          owns: ["market.*", "shared.booking_%"]
          reads: ["member.profiles"]
          deployed: 2026-11-20T10:00:00Z
          modules:
            - {name: coupon, team: growth, match: {comments: {controller: "coupon/*"}}, owns: ["market.coupon_%"], deployed: 2026-11-21T19:00:00+09:00}
      sensitive: ["member.members.email"]
      calendar: [{name: summer sale, from: 2026-07-01, to: 2026-07-10}]
      budgets: []
      rules: []
      suppressions: [{rule: full-scans, subject: s, owner: o, reason: why, until: 2027-01-01}]
      migrations: [{path: db/migration, tool: flyway, server: booking-1, schema: market, history: admin, placeholders: {prefix: big_, "flyway:user": svc, none: ""}}]
      owners: [{codeowners: ../CODEOWNERS, root: ..}, {backstage: "*/catalog-info.yaml"}, {tables: db/docs/*.yml, schema: market, owner: feature_categories}, {lists: domains.yml}]
      aliases: {billing: marketplace}
      calls: [{csv: calls.csv}, {serviceGraph: [a.prom, b.prom], seconds: 60, values: total}]
      deployments: deployments.csv
      """;

  @TempDir private Path folder;

  @Test
  void readsEveryKeyOfTheDesign() throws Exception {
    Configuration configuration = read(DESIGNED);
    ServerConfiguration server = configuration.servers().get(0);
    assertThat(server.name()).isEqualTo("booking-1");
    assertThat(server.longQueryTimeSeconds()).hasValue(0);
    assertThat(server.sampleRate()).hasValue(10);
    assertThat(server.timeZone()).contains(ZoneId.of("Asia/Tokyo"));
    assertThat(server.sqlMode().orElseThrow().ansiQuotes()).isTrue();
    assertThat(configuration.rawSamples()).isFalse();
    OriginTag coupons = new OriginTag("controller", "coupon/list");
    Origin origin = new Origin("svc_market", "10.2.1.0/24", List.of(coupons));
    assertThat(configuration.services().attribute(origin))
        .isEqualTo(Attribution.of("marketplace", "coupon"));
    DeployMarkers deployments = configuration.imports().deployments();
    assertThat(deployments.written())
        .extracting(each -> each.service() + each.module().map("/"::concat).orElse("") + each.at())
        .containsExactly(
            "marketplace2026-11-20T10:00:00Z", "marketplace/coupon2026-11-21T10:00:00Z");
    assertThat(deployments.files()).extracting(NamedFile::name).containsExactly("deployments.csv");
  }

  @Test
  void migrationsHaveTheirHistoryAndPlaceholders() throws Exception {
    assertThat(read(DESIGNED).imports().migrations())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.schema()).contains("market");
              assertThat(each.history()).contains("admin");
              assertThat(each.placeholders())
                  .containsExactly(
                      entry("flyway:user", "svc"), entry("none", ""), entry("prefix", "big_"));
            });
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> read("migrations: [{path: db, placeholders: [prefix]}]\n"))
        .withMessageContaining("migrations[0].placeholders: a list; expected keys and values");
  }

  @Test
  void aServerHasItsPlaceInTheFleet() throws Exception {
    ServerConfiguration server = read(DESIGNED).servers().get(0);
    assertThat(server.place().cluster()).contains("booking");
    assertThat(server.place().role()).contains(ServerRole.PRIMARY);
    assertThat(server.place().capacity().cpus()).hasValue(16);
    assertThat(server.place().capacity().bufferPoolGiB()).hasValue(96);
    assertThat(server.place().capacity().metrics()).contains("host-metrics.csv");
    assertThat(server.place().cost()).contains(new ServerCost("JPY", 310_000));
    assertThat(server.proxy()).contains(new ProxyExport("proxy.tsv", List.of(10L, 11L)));
  }

  @Test
  void aPlaceThatMakesNoSenseIsAProblemWithItsPlace() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(
            () ->
                read(
                    """
                    servers:
                      - {name: a, capacity: {cpus: 0}, cost: {currency: yen, perMonth: 1}}
                      - {name: b, slowLog: table, role: leader}
                    """))
        .withMessageContaining("servers[0].capacity: a server without processors")
        .withMessageContaining("servers[0].cost: 'yen' is no currency; expected three capital")
        .withMessageContaining("servers[1].slowLog: a slow log in a table is read from the server")
        .withMessageContaining("one of primary, replica");
  }

  @Test
  void secretsStayReferences() throws Exception {
    Secret password = read(DESIGNED).servers().get(0).secrets().password().orElseThrow();
    assertThat(password.reference()).isEqualTo("${env:WATERSHED_PASSWORD}");
    assertThat(password).hasToString("(secret)");
  }

  @Test
  void anEmptyFileIsAnEmptyConfiguration() throws Exception {
    assertThat(read("# nothing yet\n")).isEqualTo(Configuration.none());
  }

  static List<Arguments> mistakes() {
    return List.of(
        Arguments.of(
            "services:\n  - name: a\n    match:\n      user: [x]\n",
            "watershed.yaml:4:7: services[0].match.user: unknown key; expected one of users, hosts,"
                + " programs, comments; did you mean users?"),
        Arguments.of(
            "service: []\n",
            "watershed.yaml:1:1: service: unknown key; expected one of store, samples, servers,"
                + " services, include, sensitive, calendar, budgets, rules, suppressions,"
                + " baseline, ratchet, decisions, migrations, owners, aliases, calls, deployments; did you mean services?"),
        Arguments.of(
            "baseline: \"a\\0b\"\n", "watershed.yaml:1:11: baseline: 'a\0b'; expected a string"),
        Arguments.of(
            "services:\n  - name: a\n    match: {users: svc}\n",
            "watershed.yaml:3:20: services[0].match.users: 'svc'; expected a list of strings"),
        Arguments.of(
            "services:\n  - team: a\n", "watershed.yaml:2:5: services[0]: the key name is missing"),
        Arguments.of(
            "services:\n  - {name: a, match: {hosts: [10.2.0.0/33]}}\n",
            "watershed.yaml:2:31: services[0].match.hosts[0]: '10.2.0.0/33' is no network;"
                + " expected an address and a prefix, as in 10.2.0.0/16"),
        Arguments.of(
            "services:\n  - {name: a, owns: [orders]}\n",
            "watershed.yaml:2:22: services[0].owns[0]: 'orders' is no table pattern; expected"
                + " schema.table, as in market.coupon_*"),
        Arguments.of(
            "services:\n  - {name: a, match: {}}\n",
            "watershed.yaml:2:22: services[0].match: matches nothing; expected users, hosts,"
                + " programs or comments"),
        Arguments.of(
            "services:\n  - {name: a}\n  - {name: a}\n",
            "watershed.yaml:3:12: services[1].name: there is already a service called 'a'"),
        Arguments.of(
            "servers:\n  - {name: a, longQueryTimeSeconds: fast}\n",
            "watershed.yaml:2:37: servers[0].longQueryTimeSeconds: 'fast'; expected a number, 0 or"
                + " more"),
        Arguments.of(
            "servers:\n  - {name: a, sampleRate: 0}\n",
            "watershed.yaml:2:27: servers[0].sampleRate: '0'; expected a whole number, 1 or more"),
        Arguments.of(
            "servers:\n  - {name: a, timeZone: Tokio}\n",
            "watershed.yaml:2:25: servers[0].timeZone: 'Tokio' is no time zone; expected one such"
                + " as Asia/Tokyo or +09:00"),
        Arguments.of(
            "servers:\n  - {name: a, sqlMode: ANSI_QUOTE}\n",
            "watershed.yaml:2:24: servers[0].sqlMode: unknown sql_mode: ANSI_QUOTE"),
        Arguments.of(
            "servers:\n  - {name: a, url: 'jdbc:mysql://w:hidden@db1/'}\n",
            "watershed.yaml:2:20: servers[0].url: holds a secret (user:password@host); expected none"
                + " in a url: the key password takes ${env:NAME} or ${file:/path}"),
        Arguments.of(
            "servers:\n  - {name: a, password: hidden}\n",
            "watershed.yaml:2:25: servers[0].password: a password does not stand in the"
                + " configuration; expected ${env:NAME} or ${file:/path}"),
        Arguments.of(
            "servers:\n  - name: a\n    keyStorePassword: ${hidden}\n",
            "watershed.yaml:3:23: servers[0].keyStorePassword: a password does not stand in the"
                + " configuration; expected ${env:NAME} or ${file:/path}"),
        Arguments.of(
            "servers:\n  - name: a\n    password: *hidden\n",
            "watershed.yaml:3:15: a text that begins with * needs quotes, or else it is an alias of"
                + " nothing"),
        Arguments.of(
            "samples: all\n", "watershed.yaml:1:10: samples: 'all'; expected one of redacted, raw"),
        Arguments.of("store:\n", "watershed.yaml:1:7: store: no value; expected a string"),
        Arguments.of("store: a\nstore: b\n", "watershed.yaml:2:1: store: the key is there twice"),
        Arguments.of(
            "- a\n- b\n",
            "watershed.yaml:1:1: a list; expected keys and values (store, samples, servers,"
                + " services, include, sensitive, calendar, budgets, rules, suppressions,"
                + " baseline, ratchet, decisions, migrations, owners, aliases, calls, deployments)"),
        Arguments.of(
            "include: ['services/*.yaml']\n",
            "watershed.yaml:1:10: include: no file matches a pattern of it below FOLDER"),
        Arguments.of(
            "owners:\n  - {schema: shop}\n",
            "watershed.yaml:2:5: owners[0]: names no file; expected one of codeowners, backstage,"
                + " tables, lists"),
        Arguments.of(
            "owners:\n  - {tables: a, lists: b}\n",
            "watershed.yaml:2:5: owners[0]: names tables and lists; expected one of codeowners,"
                + " backstage, tables, lists"),
        Arguments.of(
            "owners:\n  - {lists: a, owner: team}\n",
            "watershed.yaml:2:23: owners[0].owner: means nothing beside lists"),
        Arguments.of(
            "services:\n  - {name: a, paths: ['a/{b']}\n",
            "watershed.yaml:2:23: services[0].paths[0]: 'a/{b' is no pattern: Missing '}"),
        Arguments.of(
            "calls:\n  - {serviceGraph: [a, b, c]}\n",
            "watershed.yaml:2:20: calls[0].serviceGraph: expected one file, or an earlier and a"
                + " later one"),
        Arguments.of(
            "services: [{name: a, deployed: yesterday}]\n",
            "watershed.yaml:1:32: services[0].deployed: 'yesterday' is no time; expected one such as"
                + " 2026-11-20T10:00:00Z or 2026-11-20T19:00:00+09:00"),
        Arguments.of(
            "calls:\n  - {csv: a, seconds: 0}\n",
            "watershed.yaml:2:23: calls[0].seconds: expected a span of more than 0 seconds"),
        Arguments.of(
            "calendar: [{name: sale, from: 2026-07-10, to: 2026-07-10}]\n",
            "watershed.yaml:1:47: calendar[0].to: expected a time after from"),
        Arguments.of(
            "calendar: [{name: sale, from: July, to: 2026-07-10}]\n",
            "watershed.yaml:1:31: calendar[0].from: 'July' is no time; expected"
                + " 2026-12-24T18:00:00+09:00 or 2026-12-24"),
        Arguments.of("a: 1\n---\nb: 2\n", "watershed.yaml:3:1: a second document; expected one"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhereAndWhatWasExpected(String yaml, String message) throws IOException {
    assertThat(problemsOf(yaml))
        .isEqualTo(message.replace("FOLDER", folder.toAbsolutePath().normalize().toString()));
  }

  @Test
  void brokenYamlIsLocated() throws IOException {
    assertThat(problemsOf("services:\n  - {name: a\n")).startsWith("watershed.yaml:3:1: ");
    assertThat(problemsOf("a: \u0007\n")).startsWith("watershed.yaml");
  }

  @Test
  void severalMistakesAreToldAtOnce() throws IOException {
    assertThat(problemsOf("stor: a\nsample: raw\n").lines()).hasSize(2);
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> ConfigurationReader.read("nope.yaml", folder))
        .withMessage("nope.yaml: no such file");
  }

  @Test
  void includesWhatServicesKeepBesideTheirCode() throws Exception {
    write("services/b/watershed.yaml", "services:\n  - {name: b, match: {users: [b]}}\n");
    write("services/a/watershed.yaml", "services:\n  - {name: a, match: {users: [a]}}\n");
    Configuration configuration = read("include: ['services/*/watershed.yaml']\n");
    assertThat(configuration.services().attribute(new Origin("b", "", List.of())))
        .isEqualTo(Attribution.of("b"));
  }

  @Test
  void anIncludedFileHoldsNoServers() throws IOException {
    write("services/a/watershed.yaml", "servers: []\n");
    assertThat(problemsOf("include: ['services/*/watershed.yaml']\n"))
        .startsWith("services/a/watershed.yaml:1:1: servers: unknown key; expected one of");
  }

  @Test
  void aNameIsUniqueInAllFiles() throws IOException {
    write("services/a.yaml", "services:\n  - {name: shop, match: {users: [a]}}\n");
    assertThat(
            problemsOf(
                "services:\n  - {name: shop, match: {users: [b]}}\ninclude: ['services/*.yaml']\n"))
        .isEqualTo(
            "services/a.yaml:2:12: services[0].name: there is already a service called 'shop'");
  }

  private Configuration read(String yaml) throws IOException, ConfigurationException {
    write("watershed.yaml", yaml);
    return ConfigurationReader.read("watershed.yaml", folder);
  }

  private String problemsOf(String yaml) throws IOException {
    try {
      read(yaml);
    } catch (ConfigurationException e) {
      return e.getMessage();
    }
    return fail("no problem found");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
