package dev.watershed.benchmarks.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.benchmarks.fleet.data.RowCounts;
import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.schema.TableName;
import dev.watershed.benchmarks.proof.Watershed;
import dev.watershed.cli.command.JudgedExample;
import dev.watershed.cli.console.CommandException;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.workload.catalog.Migration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is said of changes of the example of the repository, against what its services send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExampleChangesTest {

  private static final Path EXAMPLE = Path.of("..", "examples", "marketplace");
  private static final Path CASES = Path.of("src", "test", "resources", "changes");

  /** The example's tables have as many rows as those of a fleet of some years. */
  private static final int TIMES = 1_000;

  private static final long SEED = 20260401;
  private static final int OF_EACH_FORM = 11;

  private Path folder;
  private JudgedExample example;
  private SentStatements sent;

  @BeforeAll
  void read(@TempDir Path temporary) throws IOException, CommandException {
    folder = temporary;
    try (Stream<Path> files = Files.list(EXAMPLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    try (OutputStream log =
        new GZIPOutputStream(
            Files.newOutputStream(
                folder.resolve("booking-1-slow.log.gz"), StandardOpenOption.APPEND))) {
      Files.copy(CASES.resolve("also-runs.log"), log);
    }
    new Watershed(folder).run("collect", "-c", "watershed.yaml", "--log-ended");
    RowCounts counts = new RowCounts(FleetCatalog.of(1), TIMES);
    example =
        JudgedExample.read(
            folder,
            Map.of("booking-1", "9.7.4", "content-1", "10.11.18-MariaDB"),
            (schema, table) -> rows(counts, new TableName(schema, table)),
            history());
    sent = SentStatements.read(folder.resolve("truth.json.gz"));
  }

  private static OptionalLong rows(RowCounts counts, TableName table) {
    return counts
        .catalog()
        .find(table)
        .map(found -> OptionalLong.of(counts.of(found)))
        .orElseThrow();
  }

  /** Flyway ran versions 1 to 7, but 3. */
  private static List<Migration> history() {
    return IntStream.of(1, 2, 4, 5, 6, 7)
        .mapToObj(
            version ->
                new Migration(
                    "booking", "flyway", Integer.toString(version), "step", Optional.empty(), true))
        .toList();
  }

  private Verdict judged(String file, String text, List<String> options)
      throws IOException, CommandException {
    Files.writeString(folder.resolve(file), text);
    return example.judge(
        options.stream().map(word -> word.replace("FILE", file)).toArray(String[]::new));
  }

  @Test
  void everyHarmfulChangeIsCaughtWithWhomItHarms() throws IOException, CommandException {
    List<HarmfulCase> cases = HarmfulCase.in(CASES.resolve("harmful"));
    List<String> missed = new ArrayList<>();
    for (HarmfulCase each : cases) {
      Verdict verdict = judged(each.file(), each.text(), each.options());
      if (verdict.violations().stream().noneMatch(violation -> catches(each, violation))) {
        missed.add(each + ", found: " + verdict.violations().stream().map(this::words).toList());
      }
    }
    System.out.printf("harmful: %d of %d caught%n", cases.size() - missed.size(), cases.size());
    assertThat(missed).isEmpty();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
  }

  private static boolean catches(HarmfulCase each, Violation found) {
    return found.rule().equals(each.rule())
        && found.subject().equals(each.subject())
        && found.services().stream().sorted().toList().equals(each.services())
        && found.severity() == Severity.valueOf(each.severity().toUpperCase(Locale.ROOT))
        && found.location().map(place -> place.line() == each.line()).orElse(false);
  }

  private String words(Violation violation) {
    return violation.severity()
        + " "
        + violation.rule()
        + " "
        + violation.subject()
        + " "
        + violation.services()
        + " "
        + violation.location().map(Object::toString).orElse("")
        + " "
        + violation.message().substring(0, Math.min(160, violation.message().length()));
  }

  @Test
  void harmlessChangesPass() throws IOException, CommandException {
    List<HarmlessChange> changes = new ArrayList<>(HarmlessChange.in(CASES.resolve("harmless")));
    changes.addAll(
        new GeneratedChanges(example.catalogs().values(), example.facts().claims(), sent, hidden())
            .of(OF_EACH_FORM, SEED));
    int errors = 0;
    int warnings = 0;
    for (HarmlessChange change : changes) {
      Verdict verdict = judged(change.file(), change.text(), change.options());
      if (!verdict.violations().isEmpty()) {
        boolean fails = verdict.fails();
        errors += fails ? 1 : 0;
        warnings += fails ? 0 : 1;
        System.out.println(
            change.name() + ": " + verdict.violations().stream().map(this::words).toList());
      }
    }
    System.out.printf(
        "harmless: %d, with errors %d, with warnings %d%n", changes.size(), errors, warnings);
    assertThat(changes).hasSizeGreaterThanOrEqualTo(300);
    assertThat(errors).isLessThanOrEqualTo(changes.size() / 100);
    assertThat(warnings).isLessThanOrEqualTo(changes.size() / 20);
  }

  /** Tables behind views, triggers and routines, and those that a trap or a log beside it names. */
  private Set<String> hidden() {
    Set<String> hidden = new HashSet<>();
    example.catalogs().values().forEach(each -> GeneratedChanges.hidden(each).forEach(hidden::add));
    hidden.addAll(
        List.of(
            "member.rank_masters",
            "booking.hold_events",
            "coupon.codes",
            "booking.yearly_closings",
            "booking.booking_answers"));
    return hidden;
  }
}
