package dev.watershed.workload.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.container.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextIndexTest {

  private final ColumnMemory memory = new ColumnMemory();
  private final List<TextSegment> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(TextSegment::close);
    memory.close();
  }

  @Test
  void nothingIsFoundWhereNothingIs() {
    TextIndex index = new TextIndex();
    assertThat(index.contains(TextId.of("a"))).isFalse();
    assertThat(index.find(TextId.of("a"))).isEmpty();
    assertThat(index.find(TextId.NONE)).isEmpty();
  }

  @ParameterizedTest(name = "{0} segments")
  @ValueSource(ints = {1, 2, 40, 400})
  void everyTextIsFoundWhereverItLies(int segments) throws UnreadableFileException {
    Random random = new Random(segments);
    TextIndex index = new TextIndex();
    TreeMap<TextId, String> all = new TreeMap<>();
    for (int segment = 0; segment < segments; segment++) {
      TreeMap<TextId, String> texts = new TreeMap<>();
      for (int text = random.nextInt(30); text > 0; text--) {
        String word = "text " + random.nextInt(3_000);
        texts.put(TextId.of(word), word);
      }
      index.add(segment(texts));
      all.putAll(texts);
      check(index, all);
    }
    for (int text = 0; text < 3_000; text++) {
      TextId id = TextId.of("text " + text);
      assertThat(index.contains(id)).isEqualTo(all.containsKey(id));
      assertThat(index.find(id).isPresent()).isEqualTo(all.containsKey(id));
    }
  }

  /** Ids that begin in one slot, and ids that have one half in common. */
  @Test
  void idsThatAreAlikeAreToldApart() throws UnreadableFileException {
    TreeMap<TextId, String> texts = new TreeMap<>();
    for (int number = 0; number < 100; number++) {
      texts.put(new TextId(number, 5), "high " + number);
      texts.put(new TextId(-7, (long) number << 32), "low " + number);
    }
    TextIndex index = new TextIndex();
    index.add(segment(texts));
    check(index, texts);
    assertThat(index.contains(new TextId(100, 5))).isFalse();
    assertThat(index.contains(new TextId(-7, 1L << 50))).isFalse();
  }

  private static void check(TextIndex index, TreeMap<TextId, String> texts) {
    texts.forEach((id, text) -> assertThat(index.find(id)).contains(text));
  }

  private TextSegment segment(TreeMap<TextId, String> texts) throws UnreadableFileException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer part : TextSegment.encode(TextFolder.TEXTS, texts)) {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      bytes.writeBytes(copy);
    }
    TextSegment segment =
        TextSegment.open(TextFolder.TEXTS, ByteBuffer.wrap(bytes.toByteArray()), memory);
    opened.add(segment);
    return segment;
  }
}
