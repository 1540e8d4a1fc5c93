package dev.watershed.cli.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A night and the days after it with the files of {@code examples/ci} and the command itself, on
 * the marketplace: the change of {@code examples/gate} is stopped, a harmless one passes. Only what
 * the services bring is a stand-in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CiPipelineTest {

  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final Path CHANGE =
      EXAMPLES.resolve(Path.of("gate", "change", "V1__coupons_at_check_in.sql"));
  private static final String HARMFUL = "db/migration/V1__coupons_at_check_in.sql";
  private static final String HARMLESS =
      "mkdir -p db/migration; echo 'ALTER TABLE booking.bookings ADD COLUMN memo VARCHAR(20);'"
          + " > db/migration/V2__memo.sql; git add db/migration; ";

  private Path folder;
  private Path repository;
  private Shell shell;

  @BeforeAll
  void night(@TempDir Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    repository = folder.resolve("repository");
    shell = new Shell(repository, folder.resolve("programs"));
    shell.variable("CALLS", folder.resolve("calls").toString());
    shell.variable("TMPDIR", folder.toString());
    Programs.compiledWatershed(shell);
    Programs.gh(shell);
    Programs.curl(shell);
    try (Stream<Path> files = Files.list(EXAMPLES.resolve("marketplace"))) {
      for (Path file : files.toList()) {
        Files.copy(file, repository.resolve(file.getFileName()));
      }
    }
    shell.fine(
        """
        git init -q -b main .
        printf '%s\\n' .watershed/ workload/ nightly.snapshot changed '*.gz' > .gitignore
        git add . && git commit -q -m base && git tag base
        """);
    WorkflowFile nightly = WorkflowFile.of("github-nightly.yml");
    shell.fine(nightly.script("snapshot", "Collect"));
    shell.fine(nightly.script("snapshot", "Snapshot"));
    Path snapshot = folder.resolve("published.snapshot");
    Files.move(repository.resolve("nightly.snapshot"), snapshot);
    shell
        .variable("SNAPSHOT", snapshot.toString())
        .variable("DEFAULT_BRANCH", "main")
        .variable("NIGHTLY_RUN", "77")
        .variable("BASE", "base")
        .variable("CI_JOB_TOKEN", "token")
        .variable("WATERSHED_PACKAGE", "https://gitlab.example/package")
        .variable("CI_MERGE_REQUEST_DIFF_BASE_SHA", "base");
  }

  private void harmful() throws IOException, InterruptedException {
    shell.fine("git checkout -q -f -B change base; mkdir -p db/migration");
    Files.copy(CHANGE, repository.resolve(HARMFUL), StandardCopyOption.REPLACE_EXISTING);
    shell.fine("git add db/migration; git commit -q --no-verify -m change");
  }

  @Test
  void gitHubStopsTheChangeAndSaysWhere() throws IOException, InterruptedException {
    harmful();
    Path summary = folder.resolve("summary.md");
    shell
        .variable("GITHUB_OUTPUT", folder.resolve("outputs").toString())
        .variable("GITHUB_STEP_SUMMARY", summary.toString());
    shell.fine(workflow("Fetch the snapshot of last night"));
    shell.fine(workflow("List the changed migrations"));
    Shell.Ended checked = shell.run(workflow("Check"));
    assertThat(checked.code()).as(checked.errors()).isEqualTo(1);
    assertThat(checked.output())
        .contains("::error file=" + HARMFUL + ",line=7,col=30,title=used-column")
        .contains("::error file=" + HARMFUL + ",line=8,col=30,title=required-column")
        .contains("The gate fails: 2 new of severity error");
    assertThat(summary).content().contains("booking.bookings.code");
    assertThat(repository.resolve(".watershed/comment.md"))
        .content()
        .startsWith("<!-- watershed-check -->\n")
        .contains("payment.payments.channel");
    Map<?, ?> sarif = (Map<?, ?>) read(".watershed/result.sarif");
    List<?> results = (List<?>) ((Map<?, ?>) ((List<?>) sarif.get("runs")).get(0)).get("results");
    assertThat(results.stream().map(result -> String.valueOf(((Map<?, ?>) result).get("ruleId"))))
        .containsExactlyInAnyOrder("used-column", "required-column", "repeated-index");
  }

  @Test
  void gitLabStopsTheChangeAndReportsIt() throws IOException, InterruptedException {
    harmful();
    Shell.Ended checked = shell.run(WorkflowFile.of("gitlab-ci.yml").lines("watershed-check"));
    assertThat(checked.code()).as(checked.errors()).isEqualTo(1);
    assertThat(checked.output()).contains("The gate fails: 2 new of severity error");
    assertThat((List<?>) read("gl-code-quality-report.json")).hasSize(3);
    assertThat(repository.resolve("watershed-junit.xml")).content().contains("<failure");
  }

  @Test
  void aHarmlessChangePasses() throws IOException, InterruptedException {
    shell.fine("git checkout -q -f -B harmless base; " + HARMLESS + "git commit -q -m harmless");
    String said = shell.fine(WorkflowFile.of("gitlab-ci.yml").lines("watershed-check"));
    assertThat(said).contains("The gate passes");
  }

  @Test
  void theHookStopsTheCommitAndLetsAHarmlessOnePass() throws IOException, InterruptedException {
    shell.fine(
        "git checkout -q -f -B hook base; mkdir -p .watershed db/migration;"
            + " cp \"$SNAPSHOT\" .watershed/nightly.snapshot");
    Path hook = repository.resolve(".git/hooks/pre-commit");
    Files.copy(
        EXAMPLES.resolve(Path.of("ci", "pre-commit")),
        hook,
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
    try {
      Files.copy(CHANGE, repository.resolve(HARMFUL), StandardCopyOption.REPLACE_EXISTING);
      Shell.Ended stopped = shell.run("git add db/migration; git commit -q -m change");
      assertThat(stopped.code()).isEqualTo(1);
      assertThat(stopped.errors())
          .contains("at " + HARMFUL + ":7:30")
          .endsWith(
              "watershed: commit stopped; 'git commit --no-verify' goes on without this check\n");
      shell.fine("git rm -q -f " + HARMFUL);
      assertThat(shell.run(HARMLESS + "git commit -q -m harmless"))
          .isEqualTo(new Shell.Ended(0, "", ""));
    } finally {
      Files.delete(hook);
    }
  }

  private Object read(String file) throws IOException {
    return new Load(LoadSettings.builder().build())
        .loadFromString(Files.readString(repository.resolve(file)));
  }

  private static String workflow(String step) throws IOException {
    return WorkflowFile.of("github-actions.yml").script("check", step);
  }
}
