package dev.watershed.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.watershed.cli.CommandRun;
import dev.watershed.cli.ExampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fields that programs get of the bundled fleet, and those that the pages name. */
class DocumentedJsonTest {

  private static final Path DOCUMENTATION = Pages.REPOSITORY.resolve("docs");
  private static final String MINUTE = "2026-11-25T00:00Z/2026-11-27T00:00Z";

  private static final String CHECK = "watershed.check/1";

  /** Pages that a format's page refers to for some of its fields. */
  private static final Map<String, List<String>> REFERRED =
      Map.of(
          "watershed.analyze/1", List.of("digest.md", "observe.md", "inference.md"),
          "watershed.explain/1", List.of("analyze.md", "inference.md"),
          "watershed.table/1", List.of("advise.md", "inference.md"),
          "watershed.advice/1", List.of("digest.md", "analyze.md"));

  private static final Pattern FORMAT = Pattern.compile("watershed\\.[a-z-]+/\\d+");
  private static final Pattern SCHEMATIC =
      Pattern.compile("(?s)\\{\"format\": \"watershed\\..*?(?:`|\n\n|\\z)");
  private static final Pattern QUOTED = Pattern.compile("\"([a-zA-Z]+)\"");

  @TempDir private static Path folder;
  private static final SortedMap<String, SortedSet<String>> WRITTEN = new TreeMap<>();

  @BeforeAll
  static void write() throws IOException {
    ExampleFiles.copyInto(folder);
    Files.writeString(
        folder.resolve("moves.yaml"),
        """
        format: watershed.moves/1
        moves:
          - {mergeServices: [checkin], into: booking}
          - {moveTables: ["plan.price*"], owner: booking}
        """);
    Files.writeString(
        folder.resolve("target.yaml"),
        """
        format: watershed.target/1
        owners:
          - {owner: booking, tables: ["plan.price*"], schema: booking, server: booking-1}
        """);
    Files.writeString(folder.resolve("decisions.yaml"), "decisions: []\n");
    Files.writeString(
        folder.resolve("watershed.yaml"),
        "\ndecisions: decisions.yaml\n",
        StandardOpenOption.APPEND);
    run("collect --log-ended");
    run("digest --config watershed.yaml booking-1-slow.log.gz");
    run("analyze --limit 0");
    run("analyze --group-by service");
    run("analyze --coupling --limit 0");
    run("analyze --structure");
    run("analyze --neighbours");
    run("advise --limit 0");
    run("plan --limit 0");
    run("plan --what-if moves.yaml");
    run("plan --target target.yaml");
    run("owners --limit 0");
    run("decisions");
    run("diff --base " + MINUTE + " --head " + MINUTE);
    run("diff --coupling --base " + MINUTE + " --head " + MINUTE);
    run("check");
    run("snapshot --out fleet.snapshot");
    run("explain booking.bookings");
    run("explain " + first("advise", "id"));
    run("explain " + first("analyze", "digest"));
  }

  private static void run(String command) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(answer(command))) {
      SortedSet<String> fields = new TreeSet<>();
      String format = "";
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          fields.add(json.currentName());
        } else if (format.isEmpty() && "format".equals(json.currentName())) {
          format = json.getText();
        }
      }
      WRITTEN.computeIfAbsent(format, any -> new TreeSet<>()).addAll(fields);
    }
  }

  private static String answer(String command) {
    CommandRun run = new CommandRun(folder);
    String config = command.contains("--config") ? "" : " --config watershed.yaml";
    run.execute((command + config + " --format json").split(" "));
    assertThat(run.exitCode()).as(command + run.errors()).isIn(0, 1, 3, 4);
    return run.output();
  }

  /** The first value of a field in the answer to a command. */
  private static String first(String command, String field) {
    Matcher value = Pattern.compile("\"" + field + "\" : \"([^\"]+)\"").matcher(answer(command));
    assertThat(value.find()).isTrue();
    return value.group(1);
  }

  @Test
  void everyFieldThatIsWrittenIsOnThePageOfItsFormat() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, SortedSet<String>> format : WRITTEN.entrySet()) {
      CodeOnPages code = new CodeOnPages(pages(format.getKey()));
      format.getValue().stream()
          .filter(field -> !code.has(field))
          .forEach(field -> missing.add(format.getKey() + " " + field));
    }
    assertThat(WRITTEN).hasSizeGreaterThan(15);
    assertThat(missing).isEmpty();
  }

  /** As literals of the sources: not every field is in the answers about one fleet. */
  @Test
  void everyFieldThatAPageDrawsIsWritten() throws IOException {
    Set<String> literals = literals();
    List<String> unknown = new ArrayList<>();
    int drawn = 0;
    for (Path page : Pages.all()) {
      Matcher schematic = SCHEMATIC.matcher(Pages.text(page));
      while (schematic.find()) {
        Matcher name = QUOTED.matcher(schematic.group());
        while (name.find()) {
          drawn++;
          if (!literals.contains(name.group(1))) {
            unknown.add(page.getFileName() + " " + name.group(1));
          }
        }
      }
    }
    assertThat(drawn).isGreaterThan(150);
    assertThat(unknown).isEmpty();
  }

  private static List<String> pages(String format) throws IOException {
    List<String> referred = REFERRED.getOrDefault(format, List.of());
    List<String> pages = new ArrayList<>();
    for (Path page : Pages.all()) {
      String text = Pages.text(page);
      boolean own = FORMAT.matcher(text).results().anyMatch(each -> each.group().equals(format));
      // What a violation rests on is on the page of its rule.
      boolean rule = format.equals(CHECK) && page.startsWith(DOCUMENTATION.resolve("rules"));
      if (own || rule || referred.contains(DOCUMENTATION.relativize(page).toString())) {
        pages.add(text);
      }
    }
    return pages;
  }

  private static Set<String> literals() throws IOException {
    List<Path> sources =
        Stream.of("reports", "cli", "benchmarks")
            .map(module -> Pages.REPOSITORY.resolve(module).resolve("src/main/java"))
            .toList();
    Set<String> literals = new TreeSet<>();
    for (Path module : sources) {
      try (Stream<Path> files = Files.walk(module)) {
        literals.addAll(
            files
                .filter(file -> file.toString().endsWith(".java"))
                .flatMap(file -> QUOTED.matcher(Pages.text(file)).results())
                .map(literal -> literal.group(1))
                .collect(Collectors.toSet()));
      }
    }
    return literals;
  }
}
