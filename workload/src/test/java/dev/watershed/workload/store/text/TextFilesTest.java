package dev.watershed.workload.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {

  private static final int TEXTS = 100;
  private static final int CHARACTERS = 10;

  private final Map<TextId, String> all = new HashMap<>();

  @TempDir private Path folder;

  @BeforeEach
  void texts() {
    for (int number = 0; number < TEXTS; number++) {
      String text = "text " + (10_000 + number);
      all.put(TextId.of(text), text);
    }
  }

  @Test
  void whatIsThereIsNotPutAgain() throws IOException {
    try (TextFiles texts = open()) {
      texts.put(all);
      texts.put(all);
      assertThat(texts.segmentCount()).isOne();
      assertThat(texts.textCount()).isEqualTo(TEXTS);
    }
    found(all.keySet());
  }

  @Test
  void whatIsNotWantedGoes() throws IOException {
    Set<TextId> wanted = new HashSet<>(List.copyOf(all.keySet()).subList(0, 40));
    try (TextFiles texts = open()) {
      texts.put(all);
      wanted.add(TextId.of("never put"));
      texts.retain(wanted);
      assertThat(texts.segmentCount()).isOne();
      assertThat(texts.textCount()).isEqualTo(40);
      wanted.retainAll(all.keySet());
      texts.retain(wanted);
    }
    found(wanted);
    try (TextFiles texts = open()) {
      texts.retain(Set.of());
    }
    assertThat(files().list(TextFolder.TEXTS.path())).isEmpty();
  }

  /** A column has a size beyond which nobody reads it again. */
  @Test
  void moreThanFitsIntoASegmentIsSeveral() throws IOException {
    try (TextFiles texts = open()) {
      texts.put(all);
      texts.retain(all.keySet(), 30, Long.MAX_VALUE);
      assertThat(texts.segmentCount()).as("30, 30, 30 and 10").isEqualTo(4);
      assertThat(texts.textCount()).isEqualTo(TEXTS);
    }
    found(all.keySet());
    try (TextFiles texts = open()) {
      texts.retain(all.keySet(), TEXTS, 25 * CHARACTERS);
      assertThat(texts.segmentCount()).isEqualTo(4);
      texts.retain(all.keySet(), TEXTS, CHARACTERS - 1);
      assertThat(texts.segmentCount()).as("each is too long").isEqualTo(TEXTS);
    }
    found(all.keySet());
  }

  private void found(Set<TextId> expected) throws IOException {
    try (TextFiles texts = open()) {
      all.forEach(
          (id, text) ->
              assertThat(texts.find(id).filter(text::equals).isPresent())
                  .isEqualTo(expected.contains(id)));
      assertThat(texts.textCount()).isEqualTo(expected.size());
    }
  }

  private TextFiles open() throws IOException {
    return TextFiles.open(
        files(),
        TextFolder.TEXTS,
        (name, damaged) -> {
          throw new AssertionError(name, damaged);
        });
  }

  private StoreFiles files() {
    return new LocalStoreFiles(folder);
  }
}
