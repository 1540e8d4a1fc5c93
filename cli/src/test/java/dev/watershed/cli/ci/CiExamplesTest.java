package dev.watershed.cli.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code examples/ci}: every script in them runs, in a repository of its own. */
class CiExamplesTest {

  @TempDir Path folder;
  private Path repository;
  private Path calls;
  private Shell shell;

  @BeforeEach
  void repository() throws IOException, InterruptedException {
    repository = folder.resolve("repository");
    calls = Files.createFile(folder.resolve("calls"));
    shell = new Shell(repository, folder.resolve("programs"));
    shell.variable("CALLS", calls.toString());
    Programs.watershed(shell);
    Programs.gh(shell);
    Programs.curl(shell);
    shell.fine(
        """
        git init -q -b main .
        mkdir -p db/migration .watershed
        echo '.watershed/' > .gitignore
        echo 'SELECT 1;' | tee db/migration/V1.sql > db/migration/V2.sql
        git add . && git commit -q -m base && git tag base
        """);
  }

  private void changeMigrations() throws IOException, InterruptedException {
    shell.fine(
        """
        echo 'CREATE TABLE t (id INT);' > 'db/migration/V3 new $(touch owned).sql'
        echo 'SELECT 2;' > db/migration/V1.sql
        git rm -q db/migration/V2.sql
        echo text > README
        git add . && git commit -q -m change
        """);
  }

  @Test
  void everyScriptTakesForeignTextFromVariablesOnly() throws IOException {
    for (String[] job :
        new String[][] {{"github-actions.yml", "check"}, {"github-nightly.yml", "snapshot"}}) {
      for (Map<?, ?> step : WorkflowFile.of(job[0]).steps(job[1])) {
        assertThat(step.containsKey("uses") || step.containsKey("run")).isTrue();
        assertThat(String.valueOf(step.get("run"))).doesNotContain("${{");
      }
    }
  }

  @Test
  void theProgramIsInstalledOnThePath() throws IOException, InterruptedException {
    Path path = folder.resolve("path");
    Path installed = folder.resolve("installed");
    shell
        .variable("GITHUB_PATH", path.toString())
        .variable("INSTALL", installed.toString())
        .variable("WATERSHED_URL", "https://files.example/watershed.tar.gz")
        .variable("DISTRIBUTION", repository.toString())
        .fine(workflow("Install Watershed"));
    assertThat(installed.resolve("db/migration/V1.sql")).exists();
    assertThat(path).hasContent(installed.toString());
  }

  @Test
  void theSnapshotIsThatOfTheLastNightThatSucceeded() throws IOException, InterruptedException {
    shell.variable("DEFAULT_BRANCH", "main").variable("NIGHTLY_RUN", "77");
    shell.fine(workflow("Fetch the snapshot of last night"));
    assertThat(repository.resolve(".watershed/nightly.snapshot")).exists();
    assertThat(calls()).last().asString().startsWith("gh [run] [download] [77]");

    Shell.Ended none =
        shell.variable("NIGHTLY_RUN", "").run(workflow("Fetch the snapshot of last night"));
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.output()).startsWith("::error title=watershed::No snapshot");
  }

  @Test
  void changedMigrationsAreCheckedInThreeForms() throws IOException, InterruptedException {
    Path outputs = folder.resolve("outputs");
    shell.variable("GITHUB_OUTPUT", outputs.toString()).variable("BASE", "base");
    shell.fine(workflow("List the changed migrations"));
    assertThat(outputs).content().isEqualToIgnoringNewLines("count=0");

    changeMigrations();
    Files.delete(outputs);
    shell.fine(workflow("List the changed migrations"));
    assertThat(outputs).content().isEqualToIgnoringNewLines("count=2");

    Shell.Ended checked = shell.variable("VERDICT", "1").run(workflow("Check"));
    assertThat(checked.code()).isEqualTo(1);
    String common =
        "watershed [check] [-c] [watershed.yaml] [--snapshot] [.watershed/nightly.snapshot]"
            + " [--max-age] [72h] [--ddl] [db/migration/V1.sql]"
            + " [db/migration/V3 new $(touch owned).sql] [--format] ";
    assertThat(calls())
        .containsExactly(
            common + "[sarif] [--out] [.watershed/result.sarif]",
            common + "[markdown] [--out] [.watershed/comment.md]",
            common + "[github]");
    assertThat(repository.resolve("owned")).doesNotExist();
    assertThat(repository.resolve(".watershed/comment.md")).exists();
  }

  @Test
  void acceptedResultsAreNotUploaded() throws IOException, InterruptedException {
    assumeTrue(shell.run("command -v jq").code() == 0, "jq, which GitHub's runners have");
    Files.writeString(
        repository.resolve(".watershed/result.sarif"),
        "{\"runs\":[{\"results\":[{\"ruleId\":\"a\"},{\"ruleId\":\"b\",\"suppressions\":[{}]}]}]}");
    shell.fine(workflow("Drop what is accepted"));
    assertThat(repository.resolve(".watershed/upload.sarif"))
        .content()
        .contains("\"a\"")
        .doesNotContain("\"b\"");
  }

  @Test
  void thereIsOneComment() throws IOException, InterruptedException {
    shell.variable("GITHUB_REPOSITORY", "acme/shop").variable("PULL_REQUEST", "12");
    shell.variable("COMMENTS", "").fine(workflow("Comment"));
    shell.variable("COMMENTS", "901\n902\n").fine(workflow("Comment"));
    assertThat(calls().stream().filter(call -> call.contains("--method")))
        .containsExactly(
            "gh [api] [--method] [POST] [repos/acme/shop/issues/12/comments] [--field]"
                + " [body=@.watershed/comment.md] [--silent]",
            "gh [api] [--method] [PATCH] [repos/acme/shop/issues/comments/901] [--field]"
                + " [body=@.watershed/comment.md] [--silent]");
  }

  @Test
  void theNightToleratesAServerThatCannotBeRead() throws IOException, InterruptedException {
    WorkflowFile nightly = WorkflowFile.of("github-nightly.yml");
    shell.variable("VERDICT", "4").fine(nightly.script("snapshot", "Collect"));
    assertThat(shell.variable("VERDICT", "2").run(nightly.script("snapshot", "Collect")).code())
        .isNotZero();
    shell.variable("VERDICT", "0").fine(nightly.script("snapshot", "Snapshot"));
    assertThat(repository.resolve("nightly.snapshot")).exists();
  }

  @Test
  void gitLabChecksChangedMigrationsInThreeForms() throws IOException, InterruptedException {
    WorkflowFile file = WorkflowFile.of("gitlab-ci.yml");
    shell
        .variable("CI_JOB_TOKEN", "token")
        .variable("WATERSHED_PACKAGE", "https://gitlab.example/package")
        .variable("CI_MERGE_REQUEST_DIFF_BASE_SHA", "base");
    assertThat(shell.fine(file.lines("watershed-check"))).contains("No migration changed.");
    changeMigrations();
    Shell.Ended checked = shell.variable("VERDICT", "1").run(file.lines("watershed-check"));
    assertThat(checked.code()).isEqualTo(1);
    assertThat(calls().stream().filter(call -> call.startsWith("watershed ")))
        .hasSize(3)
        .allMatch(call -> call.contains("[--ddl] [db/migration/V1.sql] [db/migration/V3 new"))
        .first()
        .asString()
        .endsWith("[--format] [gitlab] [--out] [gl-code-quality-report.json]");
    Map<?, ?> reports = (Map<?, ?>) file.at("watershed-check", "artifacts", "reports");
    for (Object report : reports.values()) {
      assertThat(repository.resolve(String.valueOf(report))).exists();
    }
    shell.variable("VERDICT", "0").fine(file.lines("watershed-nightly"));
    assertThat(calls()).last().asString().contains("[--upload-file] [nightly.snapshot]");
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(calls);
  }

  private static String workflow(String step) throws IOException {
    return WorkflowFile.of("github-actions.yml").script("check", step);
  }
}
