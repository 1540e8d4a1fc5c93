package dev.watershed.benchmarks.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.json.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions that the first screen of the report must answer, as docs/report.md has them, about
 * the example of the repository; the other commands say what the answers are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleFirstScreenTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");
  private static final Path DOCS = Path.of("..", "docs", "report.md");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private Path folder;
  private String screen;

  @BeforeAll
  void write(@TempDir Path fresh) throws IOException {
    folder = fresh;
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    watershed.run("report", "-c", "watershed.yaml", "--out", "report.html");
    watershed.run(
        "analyze", "-c", "watershed.yaml", "--format", "json", "--limit", "1", "--out", "a.json");
    watershed.run(
        "analyze", "-c", "watershed.yaml", "--coupling", "--format", "json", "--out", "c.json");
    watershed.run("advise", "-c", "watershed.yaml", "--format", "json", "--out", "i.json");
    String page = Files.readString(folder.resolve("report.html"));
    String summary =
        page.substring(page.indexOf("id=\"summary\""), page.indexOf("id=\"statements\""));
    screen =
        summary
            .replaceAll("<svg.*?</svg>", " ")
            .replaceAll("<[^>]*>", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#39;", "'")
            .replace("&#34;", "\"")
            .replace("&amp;", "&")
            .replaceAll("\\s+", " ");
  }

  @Test
  void everyAnswerOfTheDocumentationStandsOnTheFirstScreen() throws IOException {
    List<String> rows =
        Files.readString(DOCS)
            .lines()
            .filter(line -> line.startsWith("| ") && line.contains("? | `"))
            .toList();
    assertThat(rows).hasSize(5);
    for (String row : rows) {
      QUOTED
          .matcher(row)
          .results()
          .forEach(quoted -> assertThat(screen).as(row).contains(quoted.group(1)));
    }
  }

  @Test
  void theStatementIsTheOneThatTakesMost() throws IOException {
    JsonNode first = JsonNode.read(folder.resolve("a.json")).list("digests", node -> node).get(0);
    assertThat(screen).contains("is sent by " + String.join(", ", first.texts("services")));
    assertThat(screen).contains(first.text("fingerprint").substring(0, 60));
  }

  @Test
  void theIndexIsTheOneThatHelpsMostOfTheLoad() throws IOException {
    JsonNode index =
        JsonNode.read(folder.resolve("i.json"))
            .list("servers", server -> server.list("indexes", each -> each))
            .stream()
            .flatMap(List::stream)
            .filter(each -> !each.text("kind").startsWith("drop"))
            .max(
                Comparator.comparingDouble(
                    each ->
                        each.list("digests", digest -> digest.decimal("loadShare")).stream()
                            .mapToDouble(Double::doubleValue)
                            .sum()))
            .orElseThrow();
    assertThat(screen)
        .contains(
            "Add "
                + index.text("schema")
                + "."
                + index.text("table")
                + " ("
                + String.join(", ", index.list("parts", part -> part.text("column")))
                + ")");
  }

  @Test
  void theServicesAreThePairThatSharesMost() throws IOException {
    JsonNode most =
        JsonNode.read(folder.resolve("c.json")).list("pairs", pair -> pair).stream()
            .max(
                Comparator.comparingDouble(
                    pair ->
                        pair.decimal("joinsPerSecond")
                            + pair.decimal("transactionsPerSecond")
                            + pair.decimal("writeWritePerSecond")))
            .orElseThrow();
    assertThat(screen)
        .contains(most.text("first") + " and " + most.text("second") + " are entangled most");
  }
}
