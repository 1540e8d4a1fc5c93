package dev.watershed.cli.privacy;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;

/**
 * Bytes as they are, and everything that is packed or coded in them, in any order: zstd, gzip, zlib
 * and zip at any place, base64, hexadecimal digits, digits of bits, the codes of a url, UTF-16.
 */
final class Layers {

  private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
  private static final byte[] GZIP = {0x1F, (byte) 0x8B, 8};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final List<byte[]> ZLIB =
      List.of(
          new byte[] {0x78, 0x01}, new byte[] {0x78, (byte) 0x9C}, new byte[] {0x78, (byte) 0xDA});
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}+");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{12,}+");

  /** Some bytes as {@code %41}, with what stands among them. */
  private static final Pattern URL_CODES =
      Pattern.compile("[\\w.~+-]*+(?:%[0-9A-Fa-f]{2}[\\w.~+-]*+){3,}+");

  private static final Pattern BITS = Pattern.compile("[01]{40,}+");
  private static final int DEEPEST = 5;

  private record Layer(byte[] bytes, int depth) {}

  private final Consumer<byte[]> seen;
  private final Deque<Layer> waiting = new ArrayDeque<>();

  private Layers(Consumer<byte[]> seen) {
    this.seen = seen;
  }

  /** Shows the bytes and each layer in them. */
  static void visit(byte[] bytes, Consumer<byte[]> seen) {
    Layers layers = new Layers(seen);
    layers.waiting.add(new Layer(bytes, 0));
    while (!layers.waiting.isEmpty()) {
      layers.open(layers.waiting.remove());
    }
  }

  private void open(Layer layer) {
    seen.accept(layer.bytes());
    if (layer.depth() < DEEPEST) {
      List<byte[]> inner = new ArrayList<>();
      unpack(layer.bytes(), inner);
      decode(new String(layer.bytes(), StandardCharsets.ISO_8859_1), inner);
      inner.forEach(bytes -> waiting.add(new Layer(bytes, layer.depth() + 1)));
    }
  }

  private static void unpack(byte[] bytes, List<byte[]> inner) {
    for (int at = 0; at + 1 < bytes.length; at++) {
      if (starts(bytes, at, ZSTD)) {
        inner.add(read(bytes, at, ZstdInputStream::new));
      } else if (starts(bytes, at, GZIP)) {
        inner.add(read(bytes, at, GZIPInputStream::new));
      } else if (starts(bytes, at, ZIP)) {
        inner.add(read(bytes, at, Layers::entries));
      } else if (startsZlib(bytes, at)) {
        inner.add(read(bytes, at, InflaterInputStream::new));
      }
    }
    inner.removeIf(content -> content.length == 0);
  }

  private static void decode(String text, List<byte[]> inner) {
    if (text.indexOf('\0') >= 0) {
      inner.add(text.replace("\0", "").getBytes(StandardCharsets.ISO_8859_1));
    }
    BASE64
        .matcher(text)
        .results()
        .map(run -> run.group().replace('-', '+').replace('_', '/'))
        .forEach(run -> inner.addAll(base64(run)));
    HEX.matcher(text).results().forEach(run -> inner.addAll(hex(run.group())));
    URL_CODES
        .matcher(text)
        .results()
        .map(run -> URLDecoder.decode(run.group(), StandardCharsets.ISO_8859_1))
        .forEach(run -> inner.add(run.getBytes(StandardCharsets.ISO_8859_1)));
    BITS.matcher(text)
        .results()
        .forEach(run -> inner.add(new BigInteger(run.group(), 2).toByteArray()));
  }

  /** From each of the four places where a group of digits may begin. */
  private static List<byte[]> base64(String run) {
    List<byte[]> decoded = new ArrayList<>();
    for (int from = 0; from < 4; from++) {
      int length = run.length() - from;
      String whole = run.substring(from, from + length - (length % 4 == 1 ? 1 : 0));
      decoded.add(Base64.getDecoder().decode(whole));
    }
    return decoded;
  }

  private static List<byte[]> hex(String run) {
    List<byte[]> decoded = new ArrayList<>();
    for (int from = 0; from < 2; from++) {
      int length = run.length() - from;
      decoded.add(HexFormat.of().parseHex(run, from, from + length - length % 2));
    }
    return decoded;
  }

  private static boolean starts(byte[] bytes, int at, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (at + i >= bytes.length || bytes[at + i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsZlib(byte[] bytes, int at) {
    return bytes[at] == 0x78 && ZLIB.stream().anyMatch(magic -> starts(bytes, at, magic));
  }

  @FunctionalInterface
  private interface Unpacking {
    InputStream open(InputStream packed) throws IOException;
  }

  /**
   * What can be unpacked: behind what is packed other bytes may follow, or it is nothing packed.
   */
  private static byte[] read(byte[] bytes, int from, Unpacking unpacking) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    ByteArrayInputStream packed = new ByteArrayInputStream(bytes, from, bytes.length - from);
    try (InputStream unpacked = unpacking.open(packed)) {
      for (int next = unpacked.read(); next >= 0; next = unpacked.read()) {
        content.write(next);
      }
    } catch (IOException endOfWhatIsPacked) {
      return content.toByteArray();
    }
    return content.toByteArray();
  }

  private static InputStream entries(InputStream packed) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (ZipInputStream zip = new ZipInputStream(packed)) {
      while (zip.getNextEntry() != null) {
        zip.transferTo(all);
      }
    }
    return new ByteArrayInputStream(all.toByteArray());
  }
}
