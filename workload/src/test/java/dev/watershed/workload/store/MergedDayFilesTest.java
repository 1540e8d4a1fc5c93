package dev.watershed.workload.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.store.Events.Event;
import dev.watershed.workload.store.file.StoreFiles;
import dev.watershed.workload.store.text.TextFiles;
import dev.watershed.workload.store.text.TextFolder;
import dev.watershed.workload.store.window.StoredWindow;
import dev.watershed.workload.store.window.WindowLevel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class MergedDayFilesTest {

  private static final int HOURS = 72;
  private static final List<Event> EVENTS = Events.random(7, 2_000, HOURS);
  private static final Instant FIRST_DAY = WindowLevel.DAY.startOf(Events.START);

  private final MemoryFiles files = new MemoryFiles();
  private final List<ServerDay> asked = new ArrayList<>();

  @BeforeEach
  void collect() throws IOException {
    collect(1, EVENTS);
  }

  private void collect(long run, List<Event> events) throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      StoreFixture.seal(writer, StoreFixture.SERVER, run, events, Events.WIDE);
    }
  }

  @ParameterizedTest(name = "from hour {0} to hour {1}")
  @CsvSource({"0, 96", "0, 24", "24, 48", "1, 96", "30, 31", "13, 60", "0, 0"})
  void aSpanShowsTheSame(int from, int until) throws IOException {
    WindowFilter filter =
        new WindowFilter(
            Set.of(),
            Set.of(),
            FIRST_DAY.plus(Duration.ofHours(from)),
            FIRST_DAY.plus(Duration.ofHours(until)));
    MergedDayFiles merged = new MergedDayFiles(files, this::merge);
    assertThat(text(merged, filter, Events.WIDE)).isEqualTo(text(files, filter, Events.WIDE));
    assertThat(text(merged, filter, Events.TIGHT)).isEqualTo(text(files, filter, Events.TIGHT));
  }

  @Test
  void wholeDaysBecomeOneWindowEachAndAreMergedOnce() throws IOException {
    MergedDayFiles merged = new MergedDayFiles(files, this::merge);
    assertThat(levels(merged)).containsOnly(WindowLevel.HOURS);
    int days = levels(merged).size();
    assertThat(asked).hasSize(days).doesNotHaveDuplicates();
    assertThat(levels(files)).hasSizeGreaterThan(50).containsOnly(WindowLevel.SLOT);
  }

  @Test
  void aDayOrLessIsReadAsItIs() throws IOException {
    WindowFilter day =
        new WindowFilter(Set.of(), Set.of(), FIRST_DAY, FIRST_DAY.plus(WindowLevel.DAY.length()));
    try (StoreSnapshot snapshot = Store.open(new MergedDayFiles(files, this::merge)).summed(day)) {
      assertThat(snapshot.windows())
          .extracting(window -> window.name().level())
          .containsOnly(WindowLevel.SLOT);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void whoeverWantsTheWindowsThemselvesGetsThem() throws IOException {
    try (StoreSnapshot snapshot =
        Store.open(new MergedDayFiles(files, this::merge)).snapshot(WindowFilter.ALL)) {
      assertThat(snapshot.windows())
          .extracting(window -> window.name().level())
          .containsOnly(WindowLevel.SLOT);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"before the next reader", "while days are merged", "while it is read"})
  void whatTheStoreGetsMeanwhileCountsOnce(String when) throws IOException {
    List<Event> late = Events.random(8, 300, HOURS);
    List<Event> all = new ArrayList<>(EVENTS);
    all.addAll(late);
    MergedDayFiles.Merger changing =
        days -> {
          Map<ServerDay, List<SpanMerge>> made = merge(days);
          if (when.startsWith("while days")) {
            collect(2, late);
            compact();
          }
          return made;
        };
    MergedDayFiles merged = new MergedDayFiles(files, changing);
    if (when.startsWith("while it is read")) {
      var view = merged.forSpan(Set.of(), Instant.MIN, Instant.MAX);
      collect(2, late);
      compact();
      assertThat(StoreFixture.everything(view, Events.WIDE))
          .isEqualTo(StoreFixture.everything(files, Events.WIDE));
    } else if (when.startsWith("before")) {
      text(merged, WindowFilter.ALL, Events.WIDE);
      collect(2, late);
      compact();
    }
    assertThat(text(merged, WindowFilter.ALL, Events.WIDE))
        .isEqualTo(StoreFixture.everything(files, Events.WIDE))
        .isEqualTo(WorkloadText.of(Events.workload(all, Events.WIDE)));
  }

  @Test
  void aDamagedWindowIsNamedAndTheOthersCount() throws IOException {
    String path = "windows/booking-1/" + files.list("windows/booking-1").get(5);
    var bytes = files.map(path);
    byte[] damaged = new byte[bytes.remaining()];
    bytes.get(damaged);
    damaged[damaged.length / 2] ^= 1;
    files.put(path, List.of(ByteBuffer.wrap(damaged)));
    MergedDayFiles merged = new MergedDayFiles(files, this::merge);
    try (StoreSnapshot one = Store.open(merged).summed(WindowFilter.ALL);
        StoreSnapshot other = Store.open(files).summed(WindowFilter.ALL)) {
      StoreSnapshot.Merged expected = other.merge(Events.WIDE);
      StoreSnapshot.Merged found = one.merge(Events.WIDE);
      assertThat(found.skipped()).isEqualTo(expected.skipped()).hasSize(1);
      assertThat(WorkloadText.of(found.workload())).isEqualTo(WorkloadText.of(expected.workload()));
    }
  }

  private void compact() throws IOException {
    try (StoreWriter writer = StoreWriter.open(files, "test")) {
      Duration age = Duration.ofDays(1_000);
      writer.compact(
          new CompactionPolicy(Duration.ZERO, age, age, Events.WIDE),
          FIRST_DAY.plus(Duration.ofDays(2)));
    }
  }

  private Map<ServerDay, List<SpanMerge>> merge(List<ServerDay> days) throws IOException {
    asked.addAll(days);
    Map<ServerDay, List<SpanMerge>> made = new HashMap<>();
    try (TextFiles texts = TextFiles.open(files, TextFolder.TEXTS, (name, damaged) -> {})) {
      for (ServerDay day : days) {
        made.put(day, SpanMerge.of(files, texts, day));
      }
    }
    return made;
  }

  private static List<WindowLevel> levels(StoreFiles files) throws IOException {
    try (StoreSnapshot snapshot = Store.open(files).summed(WindowFilter.ALL)) {
      return snapshot.windows().stream().map(StoredWindow::name).map(name -> name.level()).toList();
    }
  }

  private static String text(StoreFiles files, WindowFilter filter, WorkloadBounds bounds)
      throws IOException {
    try (StoreSnapshot snapshot = Store.open(files).summed(filter)) {
      return WorkloadText.of(snapshot.merge(bounds).workload());
    }
  }
}
