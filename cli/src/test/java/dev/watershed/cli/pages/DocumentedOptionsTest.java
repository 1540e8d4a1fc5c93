package dev.watershed.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that the pages name, and those that the commands have. */
class DocumentedOptionsTest {

  private static final Pattern LISTED_COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");
  private static final Pattern LISTED_OPTION =
      Pattern.compile("(?m)^\\s+(?:-\\w, )?(--[a-z][a-z0-9-]*)");

  /**
   * A command in a text, with what follows it on its line and on the lines that it continues on.
   */
  private static final Pattern CALL =
      Pattern.compile("(?:\\./)?watershed ([a-z]+)((?:[^\\n`|;\\\\]|\\\\\\n)*)");

  private static final Pattern OPTION = Pattern.compile("(?<!\\S)(--[a-z][a-z0-9-]*)");

  @TempDir private Path folder;

  @Test
  void everyOptionOfEveryCommandIsOnAPage() throws IOException {
    String text = text();
    List<String> missing = new ArrayList<>();
    options()
        .forEach(
            (command, options) ->
                options.stream()
                    .filter(option -> !named(option, text))
                    .forEach(option -> missing.add(command + " " + option)));
    assertThat(missing).isEmpty();
  }

  @Test
  void everyCallOnAPageHasOptionsOfItsCommand() throws IOException {
    SortedMap<String, Set<String>> known = options();
    List<String> unknown = new ArrayList<>();
    int calls = 0;
    Matcher call = CALL.matcher(text());
    while (call.find()) {
      if (known.containsKey(call.group(1))) {
        calls++;
        OPTION
            .matcher(call.group(2))
            .results()
            .map(MatchResult::group)
            .filter(option -> !known.get(call.group(1)).contains(option))
            .forEach(option -> unknown.add(call.group(1) + " " + option));
      }
    }
    assertThat(calls).isGreaterThan(50);
    assertThat(unknown).isEmpty();
  }

  private static String text() throws IOException {
    return Pages.all().stream().map(Pages::text).collect(Collectors.joining("\n"));
  }

  private static boolean named(String option, String text) {
    return Pattern.compile(Pattern.quote(option) + "(?![\\w-])").matcher(text).find();
  }

  /** The options of each command, as its help lists them. */
  private SortedMap<String, Set<String>> options() {
    SortedMap<String, Set<String>> options = new TreeMap<>();
    List<String> commands =
        LISTED_COMMAND.matcher(help("--help")).results().map(each -> each.group(1)).toList();
    assertThat(commands).contains("collect", "report", "check");
    for (String command : commands) {
      Set<String> own = new TreeSet<>();
      LISTED_OPTION
          .matcher(help(command, "--help"))
          .results()
          .forEach(option -> own.add(option.group(1)));
      options.put(command, own);
    }
    return options;
  }

  private String help(String... arguments) {
    CommandRun run = new CommandRun(folder);
    run.execute(arguments);
    return run.output();
  }
}
