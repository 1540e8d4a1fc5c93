package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.console.CommandContext;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedSourcesTest {

  private static final String SERVER = "GITHUB_SERVER_URL";
  private static final String REPOSITORY = "GITHUB_REPOSITORY";
  private static final String COMMIT = "GITHUB_SHA";

  private static Optional<String> of(Map<String, String> environment) {
    return PublishedSources.of(
        new CommandContext(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false,
            false,
            environment,
            Path.of(""),
            Optional.empty(),
            Clock.systemUTC()));
  }

  @Test
  void eachServiceShowsFilesOfACommit() {
    assertThat(of(Map.of(SERVER, "https://github.com", REPOSITORY, "acme/shop", COMMIT, "0a1b")))
        .hasValue("https://github.com/acme/shop/blob/0a1b");
    assertThat(of(Map.of("CI_PROJECT_URL", "https://gitlab.com/acme/shop", "CI_COMMIT_SHA", "0a")))
        .hasValue("https://gitlab.com/acme/shop/-/blob/0a");
  }

  @Test
  void outsideOfBothThereAreNone() {
    assertThat(of(Map.of())).isEmpty();
    assertThat(of(Map.of(SERVER, "https://github.com", REPOSITORY, "acme/shop"))).isEmpty();
    assertThat(of(Map.of("CI_PROJECT_URL", "https://gitlab.com/acme/shop"))).isEmpty();
  }
}
