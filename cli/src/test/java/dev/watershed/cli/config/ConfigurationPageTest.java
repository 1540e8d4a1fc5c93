package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys that the page about the configuration lists, and those that the parser knows. */
class ConfigurationPageTest {

  private static final Path PAGES = Path.of("..", "docs");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| ((?:`[^`]+`(?:, )?)+) \\|");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`|(?m)^ {4,}(.*)$");
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  @Test
  void everyKeyIsOnThePage() throws IOException {
    List<Path> pages =
        Stream.of("configuration.md", "check.md", "own-rules.md", "coupling.md")
            .map(PAGES::resolve)
            .collect(Collectors.toCollection(ArrayList::new));
    // Parameters of rules are on their pages.
    try (Stream<Path> rules = Files.list(PAGES.resolve("rules"))) {
      rules.forEach(pages::add);
    }
    Set<String> words = new TreeSet<>();
    for (Path page : pages) {
      CODE.matcher(Files.readString(page))
          .results()
          .map(code -> Optional.ofNullable(code.group(1)).orElseGet(() -> code.group(2)))
          .flatMap(code -> WORD.matcher(code).results().map(MatchResult::group))
          .forEach(words::add);
    }
    List<String> keys = new ArrayList<>();
    collect(Shapes.configuration(), "", keys);
    assertThat(keys).hasSizeGreaterThan(100);
    assertThat(keys)
        .filteredOn(key -> !words.contains(key.substring(key.lastIndexOf('.') + 1)))
        .isEmpty();
  }

  @Test
  void everyKeyInTheListIsKnown() throws IOException {
    String page = Files.readString(PAGES.resolve("configuration.md"));
    String list = page.substring(page.indexOf("## Keys"), page.indexOf("## Services"));
    List<String> listed =
        LISTED
            .matcher(list)
            .results()
            .flatMap(row -> CODE.matcher(row.group(1)).results())
            .map(code -> code.group(1).replace("[]", ""))
            .toList();
    List<String> keys = new ArrayList<>();
    collect(Shapes.configuration(), "", keys);
    assertThat(listed).hasSizeGreaterThan(25);
    assertThat(keys).containsAll(listed.stream().map(key -> "." + key).toList());
  }

  /** Dotted paths of all keys; entries of lists and of free maps add nothing to the path. */
  private static void collect(Shape shape, String path, List<String> keys) {
    if (shape instanceof Shape.Keys known) {
      known
          .keys()
          .forEach(
              (key, value) -> {
                keys.add(path + "." + key);
                collect(value, path + "." + key, keys);
              });
    } else if (shape instanceof Shape.Items items) {
      collect(items.item(), path, keys);
    } else if (shape instanceof Shape.Entries entries) {
      collect(entries.value(), path, keys);
    }
  }
}
