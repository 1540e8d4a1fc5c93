package dev.watershed.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password where it does not belong in a configuration is refused, and not said. */
class ConfigurationSecretsTest {

  private final Plants plants = new Plants();
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url: 'jdbc:mysql://a:SECRET@db1/'",
        "url: 'jdbc:mysql://a:x/SECRET@db1/?password=b'",
        "url: 'jdbc:mysql://db1/?a=b&password=SECRET'",
        "url: 'jdbc:mysql://db1/?PASS%57ord=SECRET'",
        "url: 'jdbc:mysql://address=(host=db1)(password=SECRET)/'",
        "url: 'jdbc:mysql://(host=db1,password=SECRET),db2/'",
        "url: 'jdbc:mysql://db1/?trustCertificateKeyStorePassword=SECRET'",
        "url: 'jdbc:mariadb://a:SECRET@db1/'",
        "password: SECRET",
        "password: '${env:SECRET'",
        "password: ['SECRET']",
        "password: {SECRET: b}",
        "password: *SECRET",
        "password: @SECRET",
        "password: %SECRET",
        "password: 'SECRET",
        "password: \"SECRET\\q\"",
        "password: SECRET: b",
        "password: |\n      SECRET\n      b",
        "passwords: SECRET",
        "trustStorePassword: SECRET",
        "keyStorePassword: SECRET",
      })
  void itIsNotSaid(String line) throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers:\n  - name: a\n    " + line.replace("SECRET", plants.name("here")) + "\n");
    SearchedRun run = new SearchedRun(folder, plants, new CommandRun(folder));
    for (String command : List.of("collect", "doctor", "check", "analyze")) {
      run.refused("watershed.yaml:", command, "-c", "watershed.yaml", "--debug");
    }
    assertThat(run.found().values()).hasSize(8).allSatisfy(places -> assertThat(places).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: a,SECRET",
        "password: a, SECRET: b",
        "password:SECRET",
        "password: '${env:A}', SECRET",
      })
  void itIsNotSaidWithinBracesEither(String entry) throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers: [{name: a, " + entry.replace("SECRET", plants.name("here")) + "}]\n");
    SearchedRun run = new SearchedRun(folder, plants, new CommandRun(folder));
    run.refused("watershed.yaml:1:", "collect", "-c", "watershed.yaml", "--debug");
    assertThat(run.errors()).contains("a text with a comma needs quotes");
    assertThat(run.found().values()).allSatisfy(places -> assertThat(places).isEmpty());
  }

  /** What the driver cannot read it tells in words that hold pieces of the url. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://127.0.0.1:SECRET/",
        "jdbc:mysql://a:x/SECRET@127.0.0.1:1/",
        "jdbc:mysql://address=(host=127.0.0.1)SECRET/",
        "jdbc:mysql://127.0.0.1/?%zz=SECRET",
        "jdbc:mysqlx://SECRET/",
        "SECRET",
      })
  void aUrlThatIsNoneIsNotSaid(String url) throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "servers:\n  - {name: a, url: '" + url.replace("SECRET", plants.name("here")) + "'}\n");
    SearchedRun run = new SearchedRun(folder, plants, new CommandRun(folder));
    run.stored("collect", "--debug");
    assertThat(run.errors()).contains("a: its url");
    run.stored("doctor", "--debug");
    run.files("workload", Set.of());
    assertThat(run.found().values()).allSatisfy(places -> assertThat(places).isEmpty());
  }

  @Test
  void aSecretThatIsNotThereIsNamedByItsReference() throws IOException {
    Files.writeString(
        folder.resolve("watershed.yaml"),
        """
        servers:
          - {name: a, url: 'jdbc:mysql://127.0.0.1:1/', password: '${env:HERE}', keyStorePassword: '${file:none}'}
        """);
    SearchedRun run =
        new SearchedRun(
            folder, plants, new CommandRun(folder).variable("HERE", plants.name("here")));
    run.refused(
        "server a: keyStorePassword: none: no such file", "collect", "-c", "watershed.yaml");
    assertThat(run.found().values()).allSatisfy(places -> assertThat(places).isEmpty());
  }
}
