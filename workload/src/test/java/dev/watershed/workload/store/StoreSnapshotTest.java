package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Measure;
import dev.watershed.workload.StatementTable;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSnapshotTest {

  @ParameterizedTest
  @CsvSource({"1, false", "2, false", "3, true"})
  void withoutSamplesAllElseIsTheSame(long seed, boolean compacted) throws IOException {
    MemoryFiles files = new MemoryFiles();
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, 1, Events.random(seed, 500, 30), Events.WIDE);
      if (compacted) {
        writer.compact(CompactionPolicy.standard(), Events.START.plus(Duration.ofDays(4)));
      }
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      StoreSnapshot.Merged with = snapshot.merge(Events.WIDE);
      StoreSnapshot.Merged without = snapshot.mergeWithoutSamples(Events.WIDE);

      assertThat(with.workload().texts()).anyMatch(text -> text.sample().isPresent());
      assertThat(without.workload().texts()).noneMatch(text -> text.sample().isPresent());
      assertThat(texts(without.workload())).isEqualTo(texts(with.workload()));
      assertThat(rows(without.workload())).isEqualTo(rows(with.workload())).isNotEmpty();
      assertThat(without.workload().sources()).isEqualTo(with.workload().sources());
      assertThat(without.summaries()).isEqualTo(with.summaries());
      assertThat(without.skipped()).isEqualTo(with.skipped());
    }
  }

  @Test
  void theWindowsOfEachServerAreApart() throws IOException {
    MemoryFiles files = new MemoryFiles();
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, "booking-1", 1, Events.random(1, 50, 30), Events.WIDE);
      StoreFixture.seal(writer, "catalog-1", 1, Events.random(2, 50, 30), Events.WIDE);
    }
    try (StoreSnapshot snapshot = Store.open(files).snapshot(WindowFilter.ALL)) {
      assertThat(snapshot.byServer()).containsOnlyKeys("booking-1", "catalog-1");
      snapshot
          .byServer()
          .forEach(
              (server, own) -> {
                assertThat(own.windows()).isNotEmpty();
                assertThat(own.windows())
                    .isEqualTo(snapshot.only(window -> window.server().equals(server)).windows());
              });
    }
  }

  /** In an order of their own: that of a merge depends on which thread takes which window. */
  private static List<String> texts(Workload workload) {
    return workload.texts().stream().map(StoreSnapshotTest::text).sorted().toList();
  }

  private static String text(StatementText text) {
    return text.digest() + " " + text.truncated() + " " + text.fingerprint();
  }

  private static List<String> rows(Workload workload) {
    StatementTable table = workload.statements();
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      StringBuilder figures = new StringBuilder();
      figures.append(workload.texts().get(table.textIndex(row)).digest());
      figures.append(' ').append(workload.schemas().get(table.schemaIndex(row)));
      figures.append(' ').append(workload.origins().get(table.originIndex(row)));
      for (Measure measure : Measure.values()) {
        figures.append(' ').append(table.value(row, measure));
      }
      rows.add(figures.toString());
    }
    rows.sort(Comparator.naturalOrder());
    return rows;
  }
}
