package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.Contexts;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedSourcesTest {

  private static final String SERVER = "GITHUB_SERVER_URL";
  private static final String REPOSITORY = "GITHUB_REPOSITORY";
  private static final String COMMIT = "GITHUB_SHA";

  private static Optional<String> of(Map<String, String> environment) {
    return PublishedSources.of(
        Contexts.of(
            Path.of(""),
            "",
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            environment));
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
