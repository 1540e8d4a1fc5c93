package dev.watershed.workload.store.window;

import dev.watershed.workload.LumpedCombinations;
import dev.watershed.workload.Origin;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.Container;
import dev.watershed.workload.store.container.Decoding;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.text.TextId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A window in the store, or several hours of a file that holds those of a day, which read like one
 * window. Opening it checks its frame; each table is checked when it is asked for. Holds no memory
 * but the mapping of its file.
 */
public final class StoredWindow {

  private static final Set<WindowSection> OBSERVED =
      EnumSet.range(WindowSection.OBSERVED_ORIGINS, WindowSection.SAMPLING_ROUNDS);

  private final WindowName name;
  private final Container file;
  private final WindowHours hours;
  private final int firstHour;
  private final int lastHour;

  private StoredWindow(
      WindowName name, Container file, WindowHours hours, int firstHour, int lastHour) {
    this.name = name;
    this.file = file;
    this.hours = hours;
    this.firstHour = firstHour;
    this.lastHour = lastHour;
  }

  /**
   * Opens a window.
   *
   * @throws UnreadableFileException if the bytes are no whole window that this version reads
   */
  public static StoredWindow open(WindowName name, ByteBuffer bytes)
      throws UnreadableFileException {
    Container file = Container.open(bytes, WindowEncoder.KIND);
    WindowHours hours =
        switch (name.level()) {
          case HOURS -> WindowHours.read(name, file);
          case SPAN -> WindowHours.span(name, file);
          case SLOT, HOUR, DAY -> WindowHours.single(name);
        };
    return new StoredWindow(name, file, hours, 0, hours.size() - 1);
  }

  /** What its file is of. */
  public WindowName name() {
    return name;
  }

  /** When the first of its hours begins, or the window itself. */
  public Instant start() {
    return hours.starts().get(firstHour);
  }

  /** When the last of its hours ends, exclusive. */
  public Instant end() {
    return hours.end(lastHour);
  }

  /** How many hours it keeps apart; 1 for a single window. */
  public int hours() {
    return lastHour - firstHour + 1;
  }

  /** One of {@link #hours} alone. */
  public StoredWindow hour(int index) {
    int hour = firstHour + Objects.checkIndex(index, hours());
    return new StoredWindow(name, file, hours, hour, hour);
  }

  /**
   * The hours that end after {@code from} and begin before {@code until}; a single window stays
   * whole.
   */
  public Optional<StoredWindow> between(Instant from, Instant until) {
    int first = firstHour;
    while (first <= lastHour && !hours.end(first).isAfter(from)) {
      first++;
    }
    int last = lastHour;
    while (last >= first && !hours.starts().get(last).isBefore(until)) {
      last--;
    }
    return first > last
        ? Optional.empty()
        : Optional.of(new StoredWindow(name, file, hours, first, last));
  }

  /** Whether statements name their digests by rows of the digests ({@link WindowColumns}). */
  public boolean indexesDigests() {
    return !hours.ends().isEmpty();
  }

  /** Whether it holds more than statements. */
  public boolean hasObservations() {
    return OBSERVED.stream().anyMatch(section -> file.has(section.key()));
  }

  /**
   * How many rows of a table belong to each hour, one after the other.
   *
   * @param rows of the table, as {@link #table} gave it
   */
  public int[] rowsByHour(WindowSection section, int rows) {
    if (hours.ends().isEmpty()) {
      return new int[] {rows};
    }
    int[] own = new int[hours()];
    for (int i = 0; i < own.length; i++) {
      int hour = firstHour + i;
      own[i] =
          section == WindowSection.HOURS
              ? 1
              : hours.until(section, hour) - hours.from(section, hour);
    }
    return own;
  }

  /** What it says of itself. */
  public WindowHeader header(ColumnMemory memory) throws UnreadableFileException {
    try (ColumnTable table = table(WindowSection.HEADER, memory)) {
      return HeaderTable.decode(table, name, superseded(memory));
    }
  }

  /** What the window, or each of its hours, says of its own quality. */
  List<HeaderTable.Visibility> visibilities(ColumnMemory memory) throws UnreadableFileException {
    try (ColumnTable table = hourTable(memory)) {
      return HeaderTable.visibilities(table);
    }
  }

  /** A row for each hour, or the header of a single window; its receiver closes it. */
  public ColumnTable hourTable(ColumnMemory memory) throws UnreadableFileException {
    if (hours.ends().isEmpty()) {
      return table(WindowSection.HEADER, memory);
    }
    return ColumnTable.read(file.parts(WindowSection.HOURS.key()), memory)
        .slice(firstHour, lastHour + 1);
  }

  /** The windows it was made of. */
  public List<WindowName> superseded(ColumnMemory memory) throws UnreadableFileException {
    if (!file.has(WindowSection.SUPERSEDED.key())) {
      return List.of();
    }
    try (ColumnTable table = table(WindowSection.SUPERSEDED, memory)) {
      return table.texts(WindowColumns.FILE).stream()
          .flatMap(fileName -> WindowName.of(name.server(), fileName).stream())
          .toList();
    }
  }

  /**
   * A table, verified, with the rows of these hours only; its receiver closes it.
   *
   * @throws UnreadableFileException if it is damaged
   */
  public ColumnTable table(WindowSection section, ColumnMemory memory)
      throws UnreadableFileException {
    ColumnTable table = ColumnTable.read(file.parts(section.key()), memory);
    return hours.ends().containsKey(section)
        ? table.slice(hours.from(section, firstHour), hours.until(section, lastHour))
        : table;
  }

  /**
   * Copies the digest of each row of statements.
   *
   * @param statements as {@link #table} gave it
   */
  public void copyDigests(ColumnTable statements, ColumnMemory memory, long[] into)
      throws UnreadableFileException {
    if (!indexesDigests()) {
      statements.copy(WindowColumns.DIGEST, into);
      return;
    }
    long[] digests = digests(memory);
    int[] rows = new int[statements.rows()];
    copyDigestRows(statements, digests.length, rows);
    for (int row = 0; row < rows.length; row++) {
      into[row] = digests[rows[row]];
    }
  }

  /**
   * Copies the row of digests for each row of statements, where {@link #indexesDigests}.
   *
   * @param digests how many there are
   */
  public void copyDigestRows(ColumnTable statements, int digests, int[] into)
      throws UnreadableFileException {
    statements.copy(WindowColumns.DIGEST_ROW, into);
    checkIds(WindowColumns.DIGEST_ROW, into, statements.rows(), digests);
  }

  /** The digests that the window names, ascending. */
  public long[] digests(ColumnMemory memory) throws UnreadableFileException {
    try (ColumnTable table = table(WindowSection.DIGESTS, memory)) {
      long[] digests = table.array(WindowColumns.DIGEST);
      return digests;
    }
  }

  /**
   * Copies where the latencies of each row end; those of the first row begin at 0.
   *
   * @param rows statements or minutes, as {@link #table} gave them
   * @param latencies how many rows their latencies have
   */
  public void copyLatencyEnds(
      ColumnTable rows, WindowSection latenciesOf, int latencies, int[] into)
      throws UnreadableFileException {
    if (hours.ends().isEmpty()) {
      rows.copy(WindowColumns.LATENCIES_END, into);
    } else {
      rows.copy(WindowColumns.LATENCIES, into);
      for (int row = 1; row < rows.rows(); row++) {
        into[row] += into[row - 1];
      }
    }
    checkEnds(into, rows.rows(), latencies, latenciesOf);
  }

  /** The schema names, in the order of {@link WindowColumns#SCHEMA}. */
  public List<String> schemas(ColumnMemory memory) throws UnreadableFileException {
    try (ColumnTable table = table(WindowSection.SCHEMAS, memory)) {
      return table.texts(WindowColumns.SCHEMA_NAME);
    }
  }

  /** The origins, in the order of {@link WindowColumns#ORIGIN}. */
  public List<Origin> origins(ColumnMemory memory) throws UnreadableFileException {
    return origins(WindowSection.ORIGINS, WindowSection.ORIGIN_TAGS, memory);
  }

  List<Origin> origins(WindowSection section, WindowSection tagSection, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = table(section, memory);
        ColumnTable tags = table(tagSection, memory)) {
      List<String> users = table.texts(WindowColumns.USER);
      List<String> hosts = table.texts(WindowColumns.HOST);
      int[] ends = table.array(WindowColumns.TAGS_END);
      List<OriginTag> allTags = tags(tags);
      List<Origin> origins = new ArrayList<>(ends.length);
      int from = 0;
      for (int row = 0; row < ends.length; row++) {
        checkEnd(from, ends[row], allTags.size(), tagSection);
        String user = users.get(row);
        String host = hosts.get(row);
        List<OriginTag> own = allTags.subList(from, ends[row]);
        origins.add(Decoding.of(() -> new Origin(user, host, own)));
        from = ends[row];
      }
      return origins;
    }
  }

  LumpedCombinations lumpedCombinations(ColumnMemory memory) throws UnreadableFileException {
    if (!file.has(WindowSection.LUMPED_COMBINATIONS.key())) {
      return LumpedCombinations.NONE;
    }
    try (ColumnTable table = table(WindowSection.LUMPED_COMBINATIONS, memory)) {
      return LumpedTable.decode(table);
    }
  }

  /** Names each text that the window refers to. */
  public void textIds(ColumnMemory memory, Consumer<TextId> ids) throws UnreadableFileException {
    DigestRows digests = DigestRows.read(this, memory);
    digests.texts().forEach(ids);
    digests.samples().forEach(ids);
  }

  /** Verifies all checksums. */
  public void verify() throws UnreadableFileException {
    file.verify();
  }

  /**
   * Checks where rows of a table end in another one.
   *
   * @throws UnreadableFileException unless they ascend within the size of the other table
   */
  public static void checkEnds(int[] ends, int rows, int size, WindowSection section)
      throws UnreadableFileException {
    int from = 0;
    for (int row = 0; row < rows; row++) {
      checkEnd(from, ends[row], size, section);
      from = ends[row];
    }
  }

  static void checkEnd(int from, int end, int size, WindowSection section)
      throws UnreadableFileException {
    if (end < from || end > size) {
      throw new UnreadableFileException(
          FileProblem.CORRUPTED, section.key() + " from " + from + " to " + end + " of " + size);
    }
  }

  static void checkIds(Column.Ints column, int[] ids, int rows, int size)
      throws UnreadableFileException {
    for (int row = 0; row < rows; row++) {
      if (ids[row] < 0 || ids[row] >= size) {
        throw new UnreadableFileException(
            FileProblem.CORRUPTED, column.name() + " " + ids[row] + " of " + size);
      }
    }
  }

  private static List<OriginTag> tags(ColumnTable table) throws UnreadableFileException {
    List<String> keys = table.texts(WindowColumns.TAG_KEY);
    List<String> values = table.texts(WindowColumns.TAG_VALUE);
    List<OriginTag> tags = new ArrayList<>(keys.size());
    for (int row = 0; row < keys.size(); row++) {
      if (keys.get(row).isEmpty()) {
        throw new UnreadableFileException(FileProblem.CORRUPTED, "a tag without a key");
      }
      tags.add(new OriginTag(keys.get(row), values.get(row)));
    }
    return tags;
  }
}
