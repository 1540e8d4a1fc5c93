package dev.watershed.collector.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import dev.watershed.collector.server.sampling.Domains;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what the script wrote are told apart from those that are, and where. */
class BundleFaultsTest {

  @TempDir Path folder;

  @Test
  void aWholeBundleSaysWhatItHolds() throws IOException {
    Bundle bundle = read(whole().ended());

    assertThat(bundle.server()).isEqualTo("booking-1");
    assertThat(bundle.bodies()).isFalse();
    assertThat(bundle.began()).isEqualTo("2026-11-23T02:07:00Z");
    assertThat(bundle.sampleTimes())
        .containsExactly(
            Optional.of(Instant.parse("2026-11-23T02:08:00Z")),
            Optional.of(Instant.parse("2026-11-23T02:09:00Z")));
  }

  @Test
  void aPackedBundleIsOneToo() throws IOException {
    assertThat(read(packed(whole().ended())).sampleTimes()).hasSize(2);
  }

  @Test
  void everyCutIsFound() {
    byte[] bytes = whole().ended();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(BundleException.class)
          .as("cut at %d", length)
          .isThrownBy(() -> read(cut))
          .withMessageContaining("a.bundle: ")
          .withMessageContaining("line");
    }
  }

  @Test
  void everyCutOfAPackedBundleIsFound() {
    byte[] bytes = packed(whole().ended());
    for (int length = 20; length < bytes.length - 8; length += 7) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(BundleException.class).isThrownBy(() -> read(cut));
    }
  }

  @Test
  void aCutOfAnyPackingIsSaid() {
    for (byte[] bytes : List.of(packed(whole().ended()), Zstd.compress(whole().ended()))) {
      byte[] cut = Arrays.copyOf(bytes, bytes.length * 2 / 3);
      assertThatExceptionOfType(BundleException.class)
          .isThrownBy(() -> read(cut))
          .withMessageStartingWith("a.bundle: damaged or cut behind line ")
          .withMessageContaining("have the script run again");
    }
  }

  @Test
  void aLineWithoutAnEndIsNotHeld() throws IOException {
    String text = whole().text() + "x".repeat(3 << 20);
    Path file = Files.write(folder.resolve("a"), packed(text.getBytes(StandardCharsets.UTF_8)));
    try (BundlePieces pieces = BundlePieces.open("a.bundle", file, 1 << 20)) {
      assertThatExceptionOfType(BundleException.class)
          .isThrownBy(
              () -> {
                while (pieces.next().isPresent()) {
                  continue;
                }
              })
          .withMessageContaining("an answer of more than 1 MB from line ");
    }
  }

  /** Somebody may write what the script would not, and the right checksum with it. */
  @Test
  void anAnswerOfATableThatIsNoneFailsItsPartOnly() throws IOException {
    WrittenBundle bundle = whole();
    bundle.part("sample", 10, () -> bundle.piece("@answer\tmigrations/flyway/xyz/73\tVERSION"));
    assertThat(read(bundle.ended()).sampleTimes()).hasSize(3).endsWith(Optional.<Instant>empty());
  }

  @Test
  void everyChangedByteIsFoundAndItsPlaceSaid() {
    byte[] bytes = whole().ended();
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      assertThatExceptionOfType(BundleException.class)
          .as("changed at %d", at)
          .isThrownBy(() -> read(changed));
    }
  }

  @Test
  void theLinesOfAnEditAreSaid() {
    assertFault(
        whole().text().replace("=9.7.4\t=MySQL", "=9.7.5\t=MySQL"),
        "a.bundle: lines 9 to 11 (@answer product VERSION COMMENT HOST) are not what the script"
            + " wrote: edited, or damaged on the way");
  }

  @Test
  void aPieceThatIsLeftOutIsMissed() {
    String text = whole().text();
    int from = text.indexOf("@part\tsample\t2026-11-23T02:09");
    int to = text.indexOf("@answer", from);
    assertFault(
        text.substring(0, from) + text.substring(to),
        "something is missing: expected piece 10, found 11");
  }

  @Test
  void whatIsBehindTheEndIsNoPartOfIt() {
    assertFault(whole().text() + "more\n", "is behind the end of the bundle");
  }

  @Test
  void otherFilesAndOtherFormatsAreNamed() {
    assertFault("# Time: 071015 21:43:52\n", "not a bundle: expected the output of a script");
    assertFault(
        new WrittenBundle().piece("@watershed-bundle\t2").text(),
        "a bundle of format 2; this Watershed reads format 1");
    assertFault(
        new WrittenBundle().piece("@watershed-bundle\t1").text(),
        "it does not begin with what the server is");
  }

  private static WrittenBundle whole() {
    WrittenBundle bundle = WrittenBundle.begun();
    bundle.part("sample", 8, () -> {});
    return bundle.part("sample", 9, () -> {});
  }

  private void assertFault(String text, String message) {
    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining(message);
  }

  private Bundle read(byte[] bytes) throws IOException {
    return Bundle.read("a.bundle", Files.write(folder.resolve("a"), bytes), Domains.all());
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }
}
