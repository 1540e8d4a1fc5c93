package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code analyze --coupling} and {@code owners} on two services and three schemas. */
class CouplingTest {

  private static final String SERVER =
      "servers:\n"
          + "  - {name: shop-1, slowLog: slow.log, longQueryTimeSeconds: 0, catalog: dump.sql}\n";
  private static final String SERVICES =
      SERVER
          + "services:\n"
          + "  - {name: shop, match: {users: [svc_shop]}, owns: [shop.items]}\n"
          + "  - {name: member, match: {users: [svc_member]}}\n";

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  @TempDir Path folder;
  private CommandRun run;
  private int seconds;

  @BeforeEach
  void collect() throws IOException {
    Files.writeString(
        folder.resolve("dump.sql"),
        """
        USE shop;
        CREATE TABLE items (id int PRIMARY KEY, a int);
        CREATE TABLE slot_days (id int PRIMARY KEY, a int);
        CREATE TABLE slot_hours (id int PRIMARY KEY, a int);
        CREATE TABLE notes (id int PRIMARY KEY, a int);
        USE member;
        CREATE TABLE members (id int PRIMARY KEY, a int);
        CREATE TABLE cards (id int PRIMARY KEY, a int);
        """);
    StringBuilder log = new StringBuilder();
    events(log, "svc_shop", 20, "UPDATE shop.items SET a = 1 WHERE id = 1");
    events(log, "svc_shop", 20, "UPDATE shop.slot_days SET a = 1 WHERE id = 1");
    events(log, "svc_shop", 20, "UPDATE shop.slot_hours SET a = 1 WHERE id = 1");
    events(log, "svc_shop", 10, "UPDATE shop.notes SET a = 1 WHERE id = 1");
    events(log, "svc_member", 10, "UPDATE shop.notes SET a = 1 WHERE id = 1");
    events(log, "svc_member", 2, "UPDATE shop.items SET a = 1 WHERE id = 1");
    events(log, "svc_member", 20, "UPDATE member.members SET a = 1 WHERE id = 1");
    events(log, "svc_member", 20, "UPDATE member.cards SET a = 1 WHERE id = 1");
    events(log, "batch", 3, "DELETE FROM member.cards WHERE id = 1");
    Files.writeString(folder.resolve("slow.log"), log);
    configure(SERVICES);
    run = new CommandRun(folder);
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).isZero();
  }

  private void configure(String text) throws IOException {
    Files.writeString(folder.resolve("watershed.yaml"), text);
  }

  private void events(StringBuilder log, String user, int times, String sql) {
    for (int i = 0; i < times; i++) {
      seconds++;
      SlowLogText.event(log, user, START.plusSeconds(seconds), sql);
    }
  }

  private String run(String... arguments) {
    run.execute(arguments);
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.output();
  }

  @Test
  void findingsAreRankedByKindWithTheirEvidence() {
    String text = run("analyze", "-c", "watershed.yaml", "--coupling");
    assertThat(text)
        .contains("tables that several services write (2, 1 by few calls)")
        .contains("shop.items is written by shop 91%, member 9%; shop owns it")
        .contains("shop.notes is written by member 50%, shop 50%; nobody has 80% of the writes")
        .contains("so few calls that it may be chance")
        .contains("UPDATE shop.items SET a = ? WHERE id = ?")
        .contains("batch on shop-1 is nobody's: 3 calls")
        .contains("what is not known");
  }

  @Test
  void jsonHasTheMatrixAndTheFormat() {
    String json =
        run("analyze", "-c", "watershed.yaml", "--coupling", "--format", "json", "--modules");
    assertThat(json)
        .startsWith("{\n  \"format\" : \"watershed.coupling/1\"")
        .contains("\"kind\" : \"contested-table\"")
        .contains("\"writesPerSecond\" : ");
  }

  @Test
  void callsAreShownBesideWhatIsShared() throws IOException {
    String without = run("analyze", "-c", "watershed.yaml", "--coupling", "--format", "json");
    assertThat(without).contains("\"calls\" : null");
    Files.writeString(
        folder.resolve("calls.csv"),
        "caller,callee,callsPerSecond\nshop-api,member,2.5\nmember,shop-api,\nshop-api,mail,1\n");
    Files.writeString(
        folder.resolve("graph.prom"),
        "traces_service_graph_request_total{client=\"shop-api\",server=\"member\"} 90\n");
    configure(
        SERVICES
            + "aliases: {shop-api: shop}\n"
            + "calls: [{csv: calls.csv}, {serviceGraph: graph.prom, seconds: 30}]\n");
    String text = run("analyze", "-c", "watershed.yaml", "--coupling");
    assertThat(text)
        .contains("calls between services, by calls.csv, graph.prom")
        .containsPattern("member – shop +0\\.\\d+ .* 2\\.500\n")
        .containsPattern("member – shop +\\? +2\\.500 +0\\.\\d+\n")
        .contains("call, and share no data: none")
        .contains("call each other, some by way of others: member, shop")
        .contains("no service of the configuration: mail")
        .contains("calls.csv: how often is not known of 1 pair");
    String json = run("analyze", "-c", "watershed.yaml", "--coupling", "--format", "json");
    assertThat(json)
        .contains("\"sources\" : [", "\"calleeKnown\" : false", "\"secondToFirstPerSecond\" : 2.5")
        .contains("\"callsPerSecond\" : 3");
    assertThat(findings(json)).isEqualTo(findings(without));
  }

  /** No finding rests on calls. */
  private static String findings(String json) {
    return json.substring(json.indexOf("\"findings\""), json.indexOf("\"calls\" : "));
  }

  @Test
  void clustersAreOfAllServicesOrOfOneThatIsToBeSplit() {
    String all = run("analyze", "-c", "watershed.yaml", "--structure");
    String split = run("analyze", "-c", "watershed.yaml", "--structure", "--split", "shop");
    assertThat(all).isNotBlank();
    assertThat(split).isNotBlank().isNotEqualTo(all);
    run.execute("analyze", "-c", "watershed.yaml", "--structure", "--split", "nobody");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--split: no service nobody; there are ", "member", "shop");
    run.execute("analyze", "-c", "watershed.yaml", "--split", "shop");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--split: asks for --structure");
  }

  @Test
  void ownersSayHowSureTheyAre() {
    String text = run("owners", "-c", "watershed.yaml");
    assertThat(text)
        .startsWith("6 tables: 1 declared, 4 proposed, 0 proposed by name, 1 contested, 0 unknown")
        .contains("member.members: member, low confidence: 100% of 20 writes");
    assertThat(run("owners", "-c", "watershed.yaml", "--format", "json"))
        .startsWith("{\n  \"format\" : \"watershed.owners/1\"")
        .contains("\"shop.slot_%\"");
  }

  /** The draft, written into the configuration, declares what it proposed. */
  @Test
  void theDraftOfOwnsIsAConfiguration() throws IOException {
    String draft = run("owners", "-c", "watershed.yaml", "--propose");
    assertThat(draft)
        .contains("  - name: \"member\"")
        .contains("      - \"member.%\"")
        .contains("      - \"shop.slot_%\"")
        .contains("# contested, no proposal: shop.notes (member 50.0 %, shop 50.0 %)")
        .doesNotContain("shop.items");
    configure(SERVER + "include: [draft.yaml]\n");
    Files.writeString(
        folder.resolve("draft.yaml"),
        draft
            .replace("name: \"shop\"\n", "name: \"shop\"\n    match: {users: [svc_shop]}\n")
            .replace("name: \"member\"\n", "name: \"member\"\n    match: {users: [svc_member]}\n"));
    assertThat(run("owners", "-c", "watershed.yaml")).startsWith("6 tables: 4 declared");
  }

  /** Without services the draft makes one of each account, and stands alone. */
  @Test
  void withoutServicesTheDraftIsAWholeMapping() throws IOException {
    configure(SERVER);
    String draft = run("owners", "-c", "watershed.yaml", "--propose");
    assertThat(draft).contains("    match: {users: [\"svc_member\"]}");
    configure(SERVER + draft);
    assertThat(run("owners", "-c", "watershed.yaml")).startsWith("6 tables: 5 declared");
  }

  @Test
  void anEmptyStoreIsNotEnoughData() throws IOException {
    configure(SERVICES + "store: elsewhere\n");
    run.execute("owners", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors()).contains("there is no store at");
    configure(SERVICES);
    run.execute("analyze", "-c", "watershed.yaml", "--coupling", "--since", "2026-11-24");
    assertThat(run.exitCode()).isEqualTo(3);
    run.execute("analyze", "-c", "watershed.yaml", "--modules");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("expected together with --coupling");
    run.execute("owners", "-c", "watershed.yaml", "--limit", "-1");
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
