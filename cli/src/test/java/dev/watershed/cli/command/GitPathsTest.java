package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitPathsTest {

  private static final List<String> NAMES =
      List.of("a b.sql", "予約/ü.sql", "say \"x\".sql", "tab\there.sql", "back\\slash.sql", "v1.sql");

  @TempDir Path folder;

  /** Git itself is the judge of how it writes paths. */
  @Test
  void whatGitListsIsReadWithAndWithoutZeroBytes() throws IOException, InterruptedException {
    git("init", "-q");
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
    git("add", "-A");
    assertThat(GitPaths.parse(git("diff", "--cached", "--name-only")))
        .containsExactlyInAnyOrderElementsOf(NAMES);
    assertThat(GitPaths.parse(git("diff", "--cached", "--name-only", "-z")))
        .containsExactlyInAnyOrderElementsOf(NAMES);
  }

  @Test
  void eachIsThereOnceAndAnEmptyListIsOne() {
    assertThat(parse("a\n\nb\r\na\n")).containsExactly("a", "b");
    assertThat(parse("a\0b\0a\0")).containsExactly("a", "b");
    assertThat(parse("")).isEmpty();
  }

  @Test
  void halfOfAQuotedPathIsRefused() {
    for (String half : List.of("\"a", "\"", "\"a\\\"", "\"a\\7\"", "\"a\\999\"")) {
      assertThatThrownBy(() -> parse(half))
          .as(half)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(half);
    }
  }

  private static List<String> parse(String text) {
    return GitPaths.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] git(String... arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of("git"), Arrays.stream(arguments)).toList())
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return output;
  }
}
