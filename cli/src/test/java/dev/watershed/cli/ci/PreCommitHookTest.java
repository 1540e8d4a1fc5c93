package dev.watershed.cli.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hook, as git runs it. */
class PreCommitHookTest {

  private static final String COMMIT =
      "echo 'SELECT 1;' > 'db/migration/V1 a.sql'; git add -A; git commit -q -m change";

  @TempDir Path folder;
  private Path repository;
  private Path calls;
  private Shell shell;

  @BeforeEach
  void repository() throws IOException, InterruptedException {
    repository = folder.resolve("repository");
    calls = Files.createFile(folder.resolve("calls"));
    shell = new Shell(repository, folder.resolve("programs"));
    shell.variable("CALLS", calls.toString()).variable("TMPDIR", folder.toString());
    shell.fine(
        """
        git init -q -b main .
        mkdir -p db/migration .watershed
        echo '.watershed/' > .gitignore
        touch watershed.yaml .watershed/nightly.snapshot
        """);
    Files.copy(
        Path.of("..", "examples", "ci", "pre-commit"),
        repository.resolve(".git/hooks/pre-commit"),
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
  }

  @ParameterizedTest(name = "exit code {0}")
  @CsvSource({
    "0, 0, ''",
    "1, 1, The gate says 1.",
    "2, 1, The gate says 2.",
    "3, 0, not judged in full (exit code 3): The gate says 3.",
    "4, 0, not judged in full (exit code 4): The gate says 4.",
  })
  void theVerdictDecides(String verdict, int expected, String said)
      throws IOException, InterruptedException {
    Programs.watershed(shell);
    Shell.Ended ended = shell.variable("VERDICT", verdict).run(COMMIT);
    assertThat(ended.code()).isEqualTo(expected);
    assertThat(ended.output()).isEmpty();
    if (said.isEmpty()) {
      assertThat(ended.errors()).isEmpty();
    }
    assertThat(ended.errors()).contains(said);
    assertThat(Files.readString(calls))
        .contains(
            "[-c] [" + repository + "/watershed.yaml]",
            "[--snapshot] [" + repository + "/.watershed/nightly.snapshot]",
            "[--ddl] [db/migration/V1 a.sql]");
  }

  @Test
  void whatIsStagedIsCheckedNotWhatLiesInTheFolder() throws IOException, InterruptedException {
    shell.program("watershed", "cat \"${!#}\" >&2; exit 1\n");
    Shell.Ended ended =
        shell.run(
            """
            echo staged > db/migration/V1.sql
            git add -A
            echo changed later > db/migration/V1.sql
            git commit -q -m change
            """);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.errors()).startsWith("staged\n").doesNotContain("changed later");
    try (var left = Files.list(folder)) {
      assertThat(left.filter(each -> each.getFileName().toString().startsWith("tmp."))).isEmpty();
    }
  }

  @Test
  void otherCommitsAreNotLookedAt() throws IOException, InterruptedException {
    Programs.watershed(shell);
    Shell.Ended ended = shell.run("git add -A; git commit -q -m other");
    assertThat(ended).isEqualTo(new Shell.Ended(0, "", ""));
    assertThat(calls).isEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({
    "rm watershed.yaml, there is no watershed.yaml",
    "rm .watershed/nightly.snapshot, there is no snapshot .watershed/nightly.snapshot",
    "true, no program 'watershed' on the path",
  })
  void whatIsMissingIsSaidAndStopsNothing(String before, String said)
      throws IOException, InterruptedException {
    Shell.Ended ended = shell.run(before + "; " + COMMIT);
    assertThat(ended.code()).isZero();
    assertThat(ended.errors())
        .isEqualTo(
            "watershed: migrations not checked: "
                + said
                + (said.contains("snapshot") ? "; fetch the one of last night" : "")
                + "\n");
  }
}
