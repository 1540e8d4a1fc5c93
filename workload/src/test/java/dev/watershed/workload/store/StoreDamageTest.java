package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.workload.StatementText;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.Catalogs;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.container.Container;
import dev.watershed.workload.store.container.ContainerWriter;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.Seal;
import dev.watershed.workload.store.window.WindowSection;
import dev.watershed.workload.store.window.WindowSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A damaged file is named, and the rest counts. */
class StoreDamageTest {

  private static final List<Event> EVENTS = Events.random(21, 300, 2);

  private final MemoryFiles files = new MemoryFiles();

  private enum Damage {
    EMPTY(FileProblem.TRUNCATED, bytes -> new byte[0]),
    HALF(FileProblem.TRUNCATED, bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
    FLIPPED(FileProblem.CORRUPTED, bytes -> flipped(bytes, bytes.length / 2)),
    FOREIGN(FileProblem.FOREIGN, bytes -> "PK and so on".getBytes(StandardCharsets.UTF_8)),
    NEWER(FileProblem.NEWER, bytes -> flipped(bytes, 9));

    private final FileProblem problem;
    private final UnaryOperator<byte[]> change;

    Damage(FileProblem problem, UnaryOperator<byte[]> change) {
      this.problem = problem;
      this.change = change;
    }

    private static byte[] flipped(byte[] bytes, int at) {
      byte[] changed = bytes.clone();
      // Sections are padded: a whole line of bytes cannot all be padding.
      for (int i = at; i < Math.min(changed.length, at + 64); i++) {
        changed[i] ^= 1;
      }
      return changed;
    }
  }

  @BeforeEach
  void seal() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, EVENTS, Events.WIDE);
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aDamagedWindowIsNamedAndTheRestCounts(Damage damage) throws IOException {
    String victim = windowFile("20261123T003000Z");
    files.overwrite(victim, damage.change.apply(files.bytes(victim)));
    List<Event> rest = new ArrayList<>(EVENTS);
    rest.removeAll(slot("2026-11-23T00:30:00Z"));
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Merged merged = snapshot.merge(Events.WIDE);
      assertThat(merged.skipped())
          .singleElement()
          .satisfies(
              skipped -> {
                assertThat(skipped.file()).isEqualTo(victim);
                assertThat(skipped.problem()).isEqualTo(damage.problem);
              });
      assertThat(WorkloadText.of(merged.workload()))
          .isEqualTo(WorkloadText.of(Events.workload(rest, Events.WIDE)));
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void damagedTextsAreMissingAndNoFigure(Damage damage) throws IOException {
    String victim =
        files.names().stream().filter(name -> name.startsWith("texts/")).findFirst().get();
    files.overwrite(victim, damage.change.apply(files.bytes(victim)));
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      assertThat(snapshot.skipped()).extracting(SkippedFile::file).containsExactly(victim);
      String text = WorkloadText.of(snapshot.merge(Events.WIDE).workload());
      assertThat(text).contains(StatementText.MISSING);
      assertThat(statements(text))
          .isEqualTo(statements(WorkloadText.of(Events.workload(EVENTS, Events.WIDE))));
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void aDamagedWindowOfACatalogIsNamedAndTheOneBeforeCounts(Damage damage) throws IOException {
    String victim = sealCatalogs("windows/");
    files.overwrite(victim, damage.change.apply(files.bytes(victim)));
    StoredCatalogs stored = StoreFixture.catalogs(files);
    assertThat(stored.skipped())
        .singleElement()
        .satisfies(
            skipped -> {
              assertThat(skipped.file()).isEqualTo(victim);
              assertThat(skipped.problem()).isEqualTo(damage.problem);
            });
    assertThat(stored.of(StoreFixture.SERVER).map(StoredCatalog::catalog))
        .contains(Catalogs.random(1));
    assertThat(StoreFixture.everything(files, Events.WIDE))
        .as("load is what it was")
        .isEqualTo(WorkloadText.of(Events.workload(EVENTS, Events.WIDE)));
    if (damage == Damage.NEWER) {
      assertThatThrownBy(() -> sealAgain(Catalogs.random(2))).hasMessageContaining("update");
    } else {
      sealAgain(Catalogs.random(2));
      assertThat(StoreFixture.catalogs(files).of(StoreFixture.SERVER).map(StoredCatalog::catalog))
          .contains(Catalogs.random(2));
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void whatADamagedFileOfACatalogHeldIsNamedAndTheRestIsThere(Damage damage) throws IOException {
    String victim = sealCatalogs("catalog/");
    files.overwrite(victim, damage.change.apply(files.bytes(victim)));
    StoredCatalogs stored = StoreFixture.catalogs(files);
    assertThat(stored.skipped())
        .extracting(SkippedFile::file, SkippedFile::problem)
        .contains(tuple(victim, damage.problem));
    lacksOnlyWhatWasNew(stored);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      assertThat(writer.wholeCatalog(StoreFixture.SERVER)).isEmpty();
      writer.compact(CompactionPolicy.standard(), Events.START);
    }
    lacksOnlyWhatWasNew(StoreFixture.catalogs(files));
    sealAgain(Catalogs.random(2));
    assertThat(StoreFixture.catalogs(files).of(StoreFixture.SERVER).map(StoredCatalog::catalog))
        .contains(Catalogs.random(2));
  }

  @Test
  void whatAMissingFileOfACatalogHeldIsNamedAndTheRestIsThere() throws IOException {
    String victim = sealCatalogs("catalog/");
    files.delete(victim);
    StoredCatalogs stored = StoreFixture.catalogs(files);
    assertThat(stored.skipped())
        .extracting(SkippedFile::problem)
        .containsExactly(FileProblem.INCOMPLETE);
    lacksOnlyWhatWasNew(stored);
    sealAgain(Catalogs.random(2));
    assertThat(StoreFixture.catalogs(files).skipped()).isEmpty();
  }

  /** Two catalogs, and two files of objects; returns what the second one added in a folder. */
  private String sealCatalogs(String folder) throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.sealCatalog(writer, StoreFixture.SERVER, Events.START, 1, Catalogs.random(1));
      List<String> before = files.names();
      StoreFixture.sealCatalog(writer, StoreFixture.SERVER, Events.START, 2, Catalogs.random(2));
      return files.names().stream()
          .filter(name -> name.startsWith(folder) && !before.contains(name))
          .findFirst()
          .orElseThrow();
    }
  }

  private void sealAgain(Catalog catalog) throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      SourceProgress progress = writer.progress(StoreFixture.SERVER, WindowSource.CATALOG);
      StoreFixture.sealCatalog(
          writer, StoreFixture.SERVER, Events.START, progress.nextRun(), catalog);
      assertThat(writer.wholeCatalog(StoreFixture.SERVER)).isPresent();
    }
  }

  /** The second catalog without its schemas, all of which are new in it. */
  private static void lacksOnlyWhatWasNew(StoredCatalogs stored) {
    Catalog catalog = stored.of(StoreFixture.SERVER).orElseThrow().catalog();
    Catalog whole = Catalogs.random(2);
    assertThat(catalog.statistics()).isEqualTo(whole.statistics());
    assertThat(catalog.migrations()).isEqualTo(whole.migrations());
    assertThat(catalog.schemas()).isEmpty();
    assertThat(stored.skipped())
        .anySatisfy(
            skipped ->
                assertThat(skipped.detail())
                    .contains("schema " + whole.schemas().get(0).name() + ":"));
  }

  @Test
  void aCollectorPutsADamagedWindowAgainButLeavesANewerOneAlone() throws IOException {
    String victim = windowFile("20261123T003000Z");
    byte[] whole = files.bytes(victim);
    files.overwrite(victim, Damage.HALF.change.apply(whole));
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      SourceProgress progress = writer.progress(StoreFixture.SERVER, StoreFixture.SOURCE);
      assertThat(progress.interrupted().map(Seal::run)).as("a part is missing").contains(1L);
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, EVENTS, Events.WIDE);
      assertThat(files.bytes(victim)).isEqualTo(whole);
      files.overwrite(victim, Damage.NEWER.change.apply(whole));
      assertThatThrownBy(
              () -> StoreFixture.seal(writer, StoreFixture.SERVER, 1, EVENTS, Events.WIDE))
          .isInstanceOf(UnreadableFileException.class)
          .hasMessageContaining("update");
    }
  }

  @ParameterizedTest
  @CsvSource({"hour, 5", "hours, 26"})
  void aDamagedCompactedWindowDoesNotHideTheSlotsThatAreStillThere(String level, int hoursLater)
      throws IOException {
    MemoryFiles interrupted = new MemoryFiles();
    files.names().forEach(name -> interrupted.overwrite(name, files.bytes(name)));
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(1), Duration.ofDays(9), Duration.ofDays(99), Events.WIDE);
    Instant now = Events.START.plus(Duration.ofHours(hoursLater));
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      writer.compact(policy, now);
    }
    String hour = windowFile("20261123T000000Z-" + level + "-");
    interrupted.overwrite(hour, files.bytes(hour));
    String expected = WorkloadText.of(Events.workload(EVENTS, Events.WIDE));
    assertThat(StoreFixture.everything(interrupted, Events.WIDE)).isEqualTo(expected);
    interrupted.overwrite(hour, Damage.FLIPPED.change.apply(files.bytes(hour)));
    assertThat(StoreFixture.everything(interrupted, Events.WIDE)).isEqualTo(expected);
  }

  /** Its checksums are right, and so nobody knows before it is merged. */
  @Test
  void aWindowThatMakesNoSenseKeepsOnlyItsOwnHourFromBeingCompacted() throws IOException {
    String victim = windowFile("20261123T003000Z");
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(1), Duration.ofDays(9), Duration.ofDays(99), Events.WIDE);
    List<Event> rest = new ArrayList<>(EVENTS);
    rest.removeAll(slot("2026-11-23T00:30:00Z"));
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, "later", 1, EVENTS, Events.WIDE);
      files.overwrite(victim, withoutDigestsOfTransactions(files.bytes(victim)));
      CompactionReport report = writer.compact(policy, Events.START.plus(Duration.ofHours(5)));
      assertThat(report.skipped()).extracting(SkippedFile::file).containsExactly(victim);
      assertThat(report.written()).as("three hours of two servers").isEqualTo(3);
    }
    assertThat(files.names())
        .contains(victim)
        .filteredOn(name -> name.contains("booking-1/20261123T00"))
        .hasSize(4);
    WindowFilter own =
        new WindowFilter(Set.of(StoreFixture.SERVER), Set.of(), Instant.MIN, Instant.MAX);
    try (StoreSnapshot snapshot = Store.open(files).snapshot(own)) {
      StoreSnapshot.Merged merged = snapshot.merge(Events.WIDE);
      assertThat(merged.skipped()).extracting(SkippedFile::file).containsExactly(victim);
      assertThat(WorkloadText.of(merged.workload()))
          .isEqualTo(WorkloadText.of(Events.workload(rest, Events.WIDE)));
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void windowsWhoseTextsAreDamagedAreCompactedOnceTheyAreThereAgain(Damage damage)
      throws IOException {
    String victim =
        files.names().stream().filter(name -> name.startsWith("texts/")).findFirst().get();
    byte[] whole = files.bytes(victim);
    files.overwrite(victim, damage.change.apply(whole));
    List<String> before = files.names();
    CompactionReport report = compactToHours();
    assertThat(report.skipped())
        .filteredOn(skipped -> skipped.problem() == FileProblem.INCOMPLETE)
        .isNotEmpty()
        .allSatisfy(skipped -> assertThat(before).contains(skipped.file()));
    assertThat(report.discarded()).isEmpty();
    assertThat(files.names()).containsAll(before);
    files.overwrite(victim, whole);
    String expected = WorkloadText.of(Events.workload(EVENTS, Events.WIDE));
    assertThat(StoreFixture.everything(files, Events.WIDE)).isEqualTo(expected);
    assertThat(compactToHours().written()).isEqualTo(1);
    assertThat(StoreFixture.everything(files, Events.WIDE)).isEqualTo(expected);
  }

  @Test
  void whatPutsMissingTextsAgainCompletesTheWindowsThatWaitForThem() throws IOException {
    files.names().stream().filter(name -> name.startsWith("texts/")).forEach(this::remove);
    assertThat(compactToHours().written()).isZero();
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, "later", 1, EVENTS, Events.WIDE);
    }
    assertThat(compactToHours().written()).as("a day of two servers").isEqualTo(2);
    WindowFilter own =
        new WindowFilter(Set.of(StoreFixture.SERVER), Set.of(), Instant.MIN, Instant.MAX);
    try (StoreSnapshot snapshot = Store.open(files).snapshot(own)) {
      assertThat(WorkloadText.of(snapshot.merge(Events.WIDE).workload()))
          .isEqualTo(WorkloadText.of(Events.workload(EVENTS, Events.WIDE)));
    }
  }

  private void remove(String name) {
    try {
      files.delete(name);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private CompactionReport compactToHours() throws IOException {
    CompactionPolicy policy =
        new CompactionPolicy(
            Duration.ofHours(1), Duration.ofDays(9), Duration.ofDays(99), Events.WIDE);
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      return writer.compact(policy, Events.START.plus(Duration.ofHours(26)));
    }
  }

  private static byte[] withoutDigestsOfTransactions(byte[] window) throws UnreadableFileException {
    Container whole = Container.open(ByteBuffer.wrap(window), "window");
    ContainerWriter changed = new ContainerWriter("window");
    for (String section : whole.names()) {
      boolean removed = section.equals(WindowSection.TRANSACTION_DIGESTS.key());
      changed.add(section, removed ? ByteBuffer.allocate(0) : whole.section(section));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer part : changed.finish()) {
      byte[] copy = new byte[part.remaining()];
      part.duplicate().get(copy);
      bytes.writeBytes(copy);
    }
    return bytes.toByteArray();
  }

  private String windowFile(String start) {
    return files.names().stream().filter(name -> name.contains("/" + start)).findFirst().get();
  }

  private static List<Event> slot(String start) {
    return Events.bySlot(EVENTS).get(Instant.parse(start));
  }

  private static List<String> statements(String text) {
    return text.lines().filter(line -> line.startsWith("statement")).toList();
  }
}
