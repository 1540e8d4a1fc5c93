package dev.watershed.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands with options that pages, remedies of rules and words of reports quote: {@code
 * 'analyze --coupling'}.
 */
class QuotedCallsTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");
  private static final List<String> ROOTS =
      List.of("docs", "rules/src/main/java", "reports/src/main");
  private static final List<String> ENDINGS = List.of(".md", ".java", ".properties");

  @TempDir private Path folder;

  @Test
  void everyOneHasOptionsAndWordsOfItsCommand() throws IOException {
    SortedSet<String> calls = calls();
    assertThat(calls)
        .hasSizeGreaterThan(20)
        .contains("analyze --group-by account", "owners --propose");
    for (String call : calls) {
      CommandRun run = new CommandRun(folder);
      run.execute(call.strip().split("\\s+", -1));
      assertThat(run.errors())
          .as(call)
          .doesNotContain("unknown option")
          .doesNotContain("' is none of ");
    }
  }

  private SortedSet<String> calls() throws IOException {
    CommandRun help = new CommandRun(folder);
    help.execute("--help");
    List<String> commands =
        COMMAND.matcher(help.output()).results().map(each -> each.group(1)).toList();
    Pattern quoted =
        Pattern.compile(
            "[`'‘「](?:watershed )?((?:"
                + String.join("|", commands)
                + ") [^`'’」\"\\n]*--[^`'’」\"\\n]*)[`'’」]");
    SortedSet<String> calls = new TreeSet<>();
    for (String root : ROOTS) {
      try (Stream<Path> files = Files.walk(Pages.REPOSITORY.resolve(root))) {
        files
            .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
            .map(Pages::text)
            .map(quoted::matcher)
            .flatMap(Matcher::results)
            .forEach(call -> calls.add(call.group(1)));
      }
    }
    return calls;
  }
}
