package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code collect} against real servers, and what the analysis makes of it. */
class LiveCollectTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void setUp() {
    run = new CommandRun(folder).clock(Clock.systemUTC()).variable("PASSWORD", LiveServer.PASSWORD);
  }

  @Test
  @Live(Product.MYSQL)
  void deadServersAndWrongPasswordsHoldUpNoOtherOnMySql(LiveServer server) throws Exception {
    aLivingServerBesideOthers(server);
  }

  @Test
  @Live(Product.MARIADB)
  void deadServersAndWrongPasswordsHoldUpNoOtherOnMariaDb(LiveServer server) throws Exception {
    aLivingServerBesideOthers(server);
  }

  private void aLivingServerBesideOthers(LiveServer server) throws Exception {
    String url = LiveAddress.url(server);
    Files.writeString(folder.resolve("guess"), "a wrong guess\n");
    configure(
        "  - {name: dead-1, url: 'jdbc:mysql://127.0.0.1:1/', user: root, password:"
            + " '${env:PASSWORD}'}",
        "  - {name: away-1, url: 'jdbc:mysql://nowhere.invalid/', user: root}",
        "  - {name: wrong-1, url: '" + url + "', user: root, password: '${file:guess}'}",
        living(url));
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.exitCode()).isEqualTo(4);
    work(server, 6);
    run.execute("collect", "-c", "watershed.yaml", "--every", "1s", "--for", "2s");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .contains("dead-1: catalog: nobody listens at its address")
        .contains("dead-1: nobody listens at its address; is it running, and is its url right?")
        .contains("away-1: its host is not known; mend its url")
        .contains("wrong-1: Access denied", "mend its user and password")
        .doesNotContain("a wrong guess");
    assertThat(run.output()).doesNotContainPattern("live-1 .*failed");
    assertThat(run.output())
        .contains("dead-1 catalog: failed (see above)\n")
        .containsPattern("live-1 catalog: .* in \\d+ schemas?, ")
        .contains("dead-1 perfschema: 0 statements in 1 window, failed (see above)\n")
        .containsPattern("live-1 perfschema: \\d+ statements in [12] windows?\n");
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--limit", "0");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).as("its own looks").doesNotContain("watershed_sample");
    assertThat(run.output().replaceAll("\\s", ""))
        .contains("\"source\":\"perfschema\"")
        .containsPattern("SELECTSLEEP\\(\\?\\)ASlive_collect.{0,200}\"calls\":6,");
  }

  @Test
  @Live(Product.MYSQL)
  void twoNamesForOneServerCountItOnce(LiveServer server) throws Exception {
    String url = LiveAddress.url(server);
    String named =
        "  - {name: %s, url: '"
            + url
            + "', user: root, password: '${env:PASSWORD}', role: replica}";
    configure(named.formatted("first-1"), named.formatted("second-1"));
    run.execute("collect", "-c", "watershed.yaml");
    run.execute("collect", "-c", "watershed.yaml");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .contains("second-1: the same server answers as for first-1", "leave second-1 out")
        .contains("first-1: its role is replica, but it takes writes")
        .doesNotContain("second-1: its role");
    assertThat(run.output())
        .containsPattern("first-1 perfschema: \\d+ statements in 1 window\n")
        .contains("second-1 perfschema: 0 statements in 1 window, failed (see above)\n");
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json");
    assertThat(run.output().replaceAll("\\s", ""))
        .contains(
            "\"server\":\"first-1\",\"source\":\"perfschema\",\"cluster\":null,\"role\":\"replica\"")
        .containsPattern("\"reason\":\"rolediffers\",\"count\":[12]")
        .doesNotContainPattern("\"server\":\"second-1\"[^}]*\"events\":[1-9]");
  }

  /** The first name is down at the start, then it answers beside the other, then alone. */
  @Test
  @Live(Product.MYSQL)
  void whicheverNameAnswersAServerIsCountedOnce(LiveServer server) throws Exception {
    String down = "  - {name: first-1, url: 'jdbc:mysql://127.0.0.1:1/', user: root}";
    String first = living(LiveAddress.url(server)).replace("live-1", "first-1");
    String second = living(LiveAddress.url(server)).replace("live-1", "second-1");
    configure(first);
    run.execute("collect", "-c", "watershed.yaml");
    configure(down, second);
    work(server, 1);
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.errors())
        .contains("first-1: nobody listens", "second-1: the same server answers as for first-1");
    configure(second);
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    work(server, 2);
    run.execute("collect", "-c", "watershed.yaml");
    configure(first, second);
    work(server, 4);
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.errors()).contains("first-1: the same server answers as for second-1");
    configure(first);
    work(server, 8);
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.errors()).contains("first-1: was counted under another name until ");
    work(server, 16);
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();

    run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--limit", "0");
    assertThat(run.output().replaceAll("\\s", ""))
        .as("but for what ran while a name began")
        .containsPattern("SELECTSLEEP\\(\\?\\)ASlive_collect.{0,200}\"calls\":22,");
  }

  @Test
  @Live(value = Product.MARIADB, flags = "--log-output=TABLE")
  void aSlowLogInATableIsTheSlowLog(LiveServer server) throws Exception {
    configure(living(LiveAddress.url(server)).replace("{name", "{slowLog: table, name"));
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL slow_query_log = ON");
    }
    work(server, 5);
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--source", "slowlog");

    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output().replaceAll("\\s", ""))
        .contains("\"source\":\"slowlog\"", "\"longQueryTimeSeconds\":0")
        .containsPattern("SELECTSLEEP\\(\\?\\)ASlive_collect.{0,200}\"calls\":5,")
        .doesNotContain("watershed_sample");
  }

  @Test
  @Live(Product.MYSQL)
  void aServerWithBothSourcesIsShownByOne(LiveServer server) throws Exception {
    configure(living(LiveAddress.url(server)));
    run.execute("collect", "-c", "watershed.yaml");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    Files.write(folder.resolve("slow.log"), server.slowLogOf(() -> work(server, 5)));
    configure(
        living(LiveAddress.url(server))
            .replace("{name", "{slowLog: slow.log, longQueryTimeSeconds: 0, name"));
    run.execute("collect", "-c", "watershed.yaml", "--log-ended");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("live-1 slowlog: ", "live-1 perfschema: ");

    run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--limit", "0");
    assertThat(run.errors()).contains("live-1 is shown by ", " is left out");
    assertThat(calls()).isEqualTo("5");
    for (String source : new String[] {"slowlog", "perfschema"}) {
      run.execute(
          "analyze",
          "-c",
          "watershed.yaml",
          "--format",
          "json",
          "--limit",
          "0",
          "--source",
          source);
      assertThat(run.errors()).isEmpty();
      assertThat(run.output()).contains("\"" + source + "\"");
      assertThat(calls()).isEqualTo("5");
    }
    run.execute("analyze", "-c", "watershed.yaml", "--source", "nix");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("expected slowlog or perfschema");
  }

  private String calls() {
    String one = run.output().replaceAll("\\s", "");
    int at = one.indexOf("SELECTSLEEP(?)ASlive_collect");
    assertThat(at).as(one).isNotNegative();
    String rest = one.substring(one.indexOf("\"calls\":", at) + "\"calls\":".length());
    return rest.substring(0, rest.indexOf(','));
  }

  private static String living(String url) {
    return "  - {name: live-1, url: '" + url + "', user: root, password: '${env:PASSWORD}'}";
  }

  private void configure(String... servers) throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"), "servers:\n" + String.join("\n", servers) + "\n");
  }

  /** A server notes a statement behind its answer: it has noted all that came before the next. */
  private static void work(LiveServer server, int times) throws SQLException {
    try (Connection connection = server.connectToNewSchema();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < times; i++) {
        statement.execute("SELECT SLEEP(0.001) AS live_collect");
      }
      statement.execute("DO 0");
    }
  }
}
