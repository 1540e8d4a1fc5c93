package dev.watershed.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The search finds what is hidden; without this, a search that finds nothing proves nothing. */
class PlantsTest {

  private final Plants plants = new Plants();

  @Test
  void textInEachCharacterSetAndCoding() {
    String mail = "<" + plants.mail("here") + ">";
    String hex = plants.hex("there");
    assertThat(found(mail)).containsExactly("here");
    assertThat(found(mail.toUpperCase(Locale.ROOT))).containsExactly("here");
    assertThat(plants.found(mail.getBytes(StandardCharsets.UTF_16LE))).containsExactly("here");
    assertThat(plants.found(mail.getBytes(Charset.forName("UTF-32BE")))).containsExactly("here");
    assertThat(found("0x" + hex)).containsExactly("there");
    assertThat(found("a" + hex.toUpperCase(Locale.ROOT))).containsExactly("there");
    assertThat(found("b'" + plants.bits("bits") + "'")).containsExactly("bits");
    assertThat(found("a%20" + mail.replace("l4n", "%6C%34%6e") + "%25")).containsExactly("here");
    for (String before : new String[] {"", "a", "ab", "abc"}) {
      byte[] bytes = (before + mail).getBytes(StandardCharsets.UTF_8);
      assertThat(found(before + Base64.getEncoder().encodeToString(bytes))).containsExactly("here");
      assertThat(found(Base64.getUrlEncoder().encodeToString(bytes))).containsExactly("here");
    }
    assertThat(found("a plant is a plant, pl4n t")).isEmpty();
  }

  @Test
  void numbersAndDates() {
    plants.number("first");
    long number = plants.number("second");
    String date = plants.date("third");
    assertThat(found("id=" + number + ".5")).containsExactly("second");
    assertThat(found("born " + date)).containsExactly("third");
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      byte[] bytes = ByteBuffer.allocate(19).order(order).putLong(3, number).array();
      assertThat(plants.found(bytes)).containsExactly("second");
    }
  }

  @Test
  void whatIsPackedAmongOtherBytesAndTwice() throws IOException {
    byte[] mail = plants.mail("packed").getBytes(StandardCharsets.UTF_8);
    byte[] zstd = among(Zstd.compress(among(mail)));
    assertThat(plants.found(zstd)).containsExactly("packed");
    assertThat(plants.found(among(packed(mail, GZIPOutputStream::new)))).containsExactly("packed");
    assertThat(plants.found(among(packed(zstd, DeflaterOutputStream::new))))
        .containsExactly("packed");
    String page = Base64.getEncoder().encodeToString(packed(mail, GZIPOutputStream::new));
    assertThat(found("<script>" + page + "</script>")).containsExactly("packed");
    assertThat(plants.found(among(packed(mail, PlantsTest::zip)))).containsExactly("packed");
  }

  private Set<String> found(String text) {
    return plants.found(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] among(byte[] bytes) {
    return ByteBuffer.allocate(bytes.length + 9).put(3, bytes).array();
  }

  private static OutputStream zip(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry("a"));
    return zip;
  }

  @FunctionalInterface
  private interface Packing {
    OutputStream open(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] bytes, Packing packing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = packing.open(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }
}
