package dev.watershed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code bundle} and {@code collect --from}, with bundles of real servers: two each, and seven
 * executions of one statement between them.
 */
class BundleTest {

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void setUp() throws IOException {
    run = new CommandRun(folder);
    configure("booking-1");
  }

  @Test
  void theScriptIsOneThatAShellReads() throws Exception {
    run.execute("bundle", "--server", "it's \"1\"", "--every", "30s", "--for", "1h");

    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .startsWith("#!/bin/sh\n")
        .contains("server='it'\\''s \"1\"' ", "samples=121 ", "every=30 ", "catalog=yes ")
        .contains("bodies=no ", "A script\n# printed with --bodies reads them.")
        .doesNotContainPattern("@[A-Z_]{3,}@(?<!@LINE@|@SINCE@)");
    Path script = Files.writeString(folder.resolve("bundle.sh"), run.output());
    assertThat(new ProcessBuilder("sh", "-n", script.toString()).start().waitFor()).isZero();
  }

  @Test
  void theScriptSaysInCapitalsThatBodiesLeaveTheHost() {
    run.execute("bundle", "--bodies", "--once", "--catalog", "no");

    assertThat(run.output())
        .contains("ATTENTION", "AS THEY ARE", "bodies=yes ", "samples=1 ", "catalog=no ");
  }

  @ParameterizedTest
  @CsvSource({
    "--every, soon, --every: 'soon' is no span of time",
    "--for, 0s, --for: '0s' is no span of time",
    "--for, 365d, '--for: expected at most 10000 samples, found 525601'",
    "--catalog, maybe, '--catalog: expected yes or no, found ''maybe'''",
  })
  void whatMakesNoSenseIsSaid(String option, String value, String message) {
    run.execute("bundle", option, value);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains(message);
    assertThat(run.output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql97", "mariadb1011"})
  void whatRanBetweenTwoBundlesIsInTheStore(String server) throws Exception {
    bundle(server + "-1");
    bundle(server + "-2");
    run.execute("collect", "-c", "watershed.yaml", "--from", ".");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output())
        .containsPattern("booking-1 perfschema: \\d+ statements in [1-4] windows?\n")
        .contains("booking-1 catalog: 2 tables, 2 indexes, 1 view in 1 schema, new, ");
    assertThat(calls()).isEqualTo("7");
    run.execute("explain", "shop.a", "-c", "watershed.yaml");
    assertThat(run.output()).contains("on booking-1", "default ?", "SELECT v FROM a WHERE k = ?");
  }

  @Test
  void theSameAgainIsNotCountedAgain() throws Exception {
    String first = bundle("mysql97-1");
    String second = bundle("mysql97-2");
    collect(first);
    collect(second);
    assertThat(calls()).isEqualTo("7");

    collect(second);
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).contains("2 of its 2 samples are in the store already");
    assertThat(run.output()).contains("booking-1 perfschema: 0 statements in 0 windows\n");
    collect("--from", second, "--from", first);
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).contains(first + ": left out, for the store holds what is newer");
    assertThat(calls()).isEqualTo("7");
  }

  @Test
  void oneThatIsOlderThanTheStoreIsRefused() throws Exception {
    String first = bundle("mysql97-1");
    collect(bundle("mysql97-2"));
    collect(first);

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .contains("booking-1: " + first + ": refused, for it is older than what the store holds");
  }

  @Test
  void aServerThatCountsNothingIsAFailureAndNotEmpty() throws Exception {
    collect(bundle("mariadb1011-off"));

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .contains(
            "booking-1: mariadb1011-off.bundle.gz: statements: performance_schema is off; set");
    assertThat(run.output()).contains("booking-1 perfschema: 0 statements in 1 window, failed");
  }

  @Test
  void aServerThatIsNotConfiguredIsAFailureWithTheWayOut() throws Exception {
    configure("other-1");
    String bundle = bundle("mysql97-1");
    collect(bundle);
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .contains(
            "no server of the configuration is called 'booking-1'; expected servers: [{name:"
                + " booking-1}] there, or --as");
    collect("--from", bundle, "--as", "other-1");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("other-1 perfschema: ");
    collect("--from", bundle, "--as", "nobody");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void standardInputIsABundleToo() throws Exception {
    Path packed = folder.resolve(bundle("mysql97-1"));
    try (InputStream stream = new GZIPInputStream(Files.newInputStream(packed))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      run.executeWithInput(text, "collect", "-c", "watershed.yaml", "--from", "-");
    }

    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("booking-1 perfschema: ");
  }

  @Test
  void aDamagedBundleHoldsUpNoOther() throws Exception {
    String first = bundle("mysql97-1");
    byte[] bytes = Files.readAllBytes(folder.resolve(first));
    Files.write(folder.resolve("cut.bundle.gz"), Arrays.copyOf(bytes, bytes.length / 2));
    Files.writeString(folder.resolve("no.bundle"), "# Time: 071015 21:43:52\n");
    collect("--from", ".");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.errors())
        .containsPattern("cut.bundle.gz: damaged or cut behind line \\d+")
        .contains("no.bundle: not a bundle: expected the output of a script");
    assertThat(run.output()).containsPattern("booking-1 perfschema: \\d+ statements");
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    collect("nowhere.bundle");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("--from nowhere.bundle: no such file");
    Files.createDirectory(folder.resolve("empty"));
    collect("empty");
    assertThat(run.errors()).contains("no file called *.bundle in this folder");
    collect("--from", bundle("mysql97-1"), "--every", "60s");
    assertThat(run.errors()).contains("--from and --every exclude each other");
  }

  private void configure(String server) throws IOException {
    Files.writeString(folder.resolve("watershed.yaml"), "servers:\n  - {name: " + server + "}\n");
  }

  private void collect(String... from) {
    List<String> arguments = new ArrayList<>(List.of("collect", "-c", "watershed.yaml"));
    if (from.length == 1) {
      arguments.add("--from");
    }
    arguments.addAll(List.of(from));
    run.execute(arguments.toArray(String[]::new));
  }

  /** The name of a bundle that was put into the folder. */
  private String bundle(String name) throws IOException {
    String file = name + ".bundle.gz";
    try (InputStream stream = BundleTest.class.getResourceAsStream("bundles/" + file)) {
      Files.write(folder.resolve(file), stream.readAllBytes());
    }
    return file;
  }

  private String calls() {
    run.execute("analyze", "-c", "watershed.yaml", "--format", "json", "--limit", "0");
    String one = run.output().replaceAll("\\s", "");
    int at = one.indexOf("SELECTvFROMaWHEREk=?");
    assertThat(at).as(one).isNotNegative();
    String rest = one.substring(one.indexOf("\"calls\":", at) + "\"calls\":".length());
    return rest.substring(0, rest.indexOf(','));
  }
}
