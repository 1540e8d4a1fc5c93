package dev.watershed.workload.store.window;

import dev.watershed.workload.StatementText;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import dev.watershed.workload.store.text.TextId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/** The digests of several hours, each once, and their samples hour by hour, while collected. */
final class DigestColumns {

  private static final Comparator<Long> ORDER = Comparator.naturalOrder();

  private final Interned<Long> digests = new Interned<>();
  private final Map<Long, TextId> textIds = new HashMap<>();
  private final Map<Long, Boolean> truncated = new HashMap<>();
  private final IntArrayList sampleDigests = new IntArrayList();
  private final List<TextId> samples = new ArrayList<>();
  private final LongArrayList sampleTimes = new LongArrayList();
  private final LongArrayList sampleEnds = new LongArrayList();
  private final TreeMap<TextId, String> texts = new TreeMap<>();

  /** The id of a digest; its text is kept, and is whole if it is in one of the hours. */
  int idOf(StatementText text) {
    long digest = text.digest();
    if (!textIds.containsKey(digest) || textIds.get(digest).isNone()) {
      TextId id = WindowEncoder.fingerprintId(text);
      textIds.put(digest, id);
      if (!id.isNone()) {
        texts.put(id, text.fingerprint());
      }
    }
    truncated.merge(digest, text.truncated(), Boolean::logicalAnd);
    return digests.idOf(digest);
  }

  /** Adds the samples of an hour. */
  void addSamples(List<StatementText> hour) {
    hour.stream()
        .filter(text -> text.sample().isPresent())
        .sorted(Comparator.comparingLong(StatementText::digest))
        .forEach(this::addSample);
  }

  private void addSample(StatementText text) {
    String sample = text.sample().orElseThrow();
    TextId id = TextId.of(sample);
    texts.put(id, sample);
    sampleDigests.add(idOf(text));
    samples.add(id);
    sampleTimes.add(text.sampleTimeMicros());
    sampleEnds.add(text.sampleEndMicros());
  }

  /** The number of samples so far. */
  int samples() {
    return samples.size();
  }

  /** All texts by their ids. */
  Map<TextId, String> texts() {
    return texts;
  }

  /** Ids as rows of the table of digests. */
  int[] sortedIds(IntArrayList ids) {
    return digests.sortedIds(ids, ORDER);
  }

  ByteBuffer encode(Compression compression) {
    List<Long> sorted = digests.sorted(ORDER);
    return new TableWriter(sorted.size())
        .longs(WindowColumns.DIGEST, sorted.stream().mapToLong(Long::longValue).toArray())
        .ints(
            WindowColumns.TRUNCATED,
            sorted.stream().mapToInt(digest -> truncated.get(digest) ? 1 : 0).toArray())
        .longs(
            WindowColumns.TEXT_HIGH,
            sorted.stream().mapToLong(digest -> textIds.get(digest).high()).toArray())
        .longs(
            WindowColumns.TEXT_LOW,
            sorted.stream().mapToLong(digest -> textIds.get(digest).low()).toArray())
        .encode(compression);
  }

  ByteBuffer encodeSamples(Compression compression) {
    return new TableWriter(samples.size())
        .ints(WindowColumns.DIGEST_ROW, sortedIds(sampleDigests))
        .longs(WindowColumns.SAMPLE_HIGH, samples.stream().mapToLong(TextId::high).toArray())
        .longs(WindowColumns.SAMPLE_LOW, samples.stream().mapToLong(TextId::low).toArray())
        .longs(WindowColumns.SAMPLE_TIME_MICROS, sampleTimes.toArray())
        .longs(WindowColumns.SAMPLE_END_MICROS, sampleEnds.toArray())
        .encode(compression);
  }
}
