package dev.watershed.workload.store.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContainerTest {

  private static final byte[] FILE = file("window", "first", "", "third");

  @Test
  void sectionsComeBack() throws UnreadableFileException {
    Container container = Container.open(ByteBuffer.wrap(FILE), "window");
    assertThat(text(container.section("0"))).isEqualTo("first");
    assertThat(text(container.section("1"))).isEmpty();
    assertThat(text(container.section("2"))).isEqualTo("third");
    assertThat(container.has("1")).isTrue();
    assertThat(container.has("9")).isFalse();
    assertThat(text(container.section("9"))).as("a section that is not there").isEmpty();
    container.verify();
  }

  @Test
  void sectionsAreAligned() throws UnreadableFileException {
    ByteBuffer direct = ByteBuffer.allocateDirect(FILE.length).put(FILE).flip();
    ByteBuffer section = Container.open(direct, "window").section("2");
    assertThat(new String(FILE, 128, 5, StandardCharsets.UTF_8)).isEqualTo("third");
    assertThat(section.isDirect()).isTrue();
  }

  @Test
  void everyTruncationIsRecognised() {
    for (int length = 0; length < FILE.length; length++) {
      byte[] cut = Arrays.copyOf(FILE, length);
      UnreadableFileException problem =
          catchThrowableOfType(
              UnreadableFileException.class,
              () -> Container.open(ByteBuffer.wrap(cut), "window").verify());
      assertThat(problem).as(length + " bytes").isNotNull();
      assertThat(problem.problem()).isEqualTo(FileProblem.TRUNCATED);
    }
  }

  @Test
  void everyFlippedBitIsRecognisedOrHarmless() {
    for (int bit = 0; bit < FILE.length * 8; bit++) {
      byte[] damaged = FILE.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        Container container = Container.open(ByteBuffer.wrap(damaged), "window");
        container.verify();
        assertThat(text(container.section("0"))).as("bit " + bit).isEqualTo("first");
        assertThat(text(container.section("2"))).as("bit " + bit).isEqualTo("third");
      } catch (UnreadableFileException recognised) {
        assertThat(recognised).hasMessageContaining("(");
      }
    }
  }

  @Test
  void otherFilesAreForeign() {
    byte[] log = "# Time: 2026-11-23T02:13:44.135966Z and more".getBytes(StandardCharsets.UTF_8);
    assertProblem(log, FileProblem.FOREIGN);
    assertProblem(file("texts", "x"), FileProblem.FOREIGN);
  }

  @Test
  void aNewerFormatSaysSo() {
    byte[] newer = FILE.clone();
    newer[8] = 2;
    assertProblem(newer, FileProblem.NEWER);
  }

  @Test
  void aNameHasItsLimit() {
    assertThatThrownBy(() -> file("k".repeat(256))).isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertProblem(byte[] bytes, FileProblem expected) {
    UnreadableFileException problem =
        catchThrowableOfType(
            UnreadableFileException.class, () -> Container.open(ByteBuffer.wrap(bytes), "window"));
    assertThat(problem.problem()).isEqualTo(expected);
    assertThat(problem).hasMessageContaining(expected.description());
  }

  private static byte[] file(String kind, String... sections) {
    ContainerWriter writer = new ContainerWriter(kind);
    for (int i = 0; i < sections.length; i++) {
      writer.add(
          Integer.toString(i), ByteBuffer.wrap(sections[i].getBytes(StandardCharsets.UTF_8)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer part : writer.finish()) {
      byte[] copy = new byte[part.remaining()];
      part.duplicate().get(copy);
      bytes.writeBytes(copy);
    }
    return bytes.toByteArray();
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
