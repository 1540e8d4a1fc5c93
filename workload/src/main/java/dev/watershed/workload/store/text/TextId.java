package dev.watershed.workload.store.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a text: the first 128 bits of its SHA-256.
 *
 * @param high the first 64 bits
 * @param low the second 64 bits
 */
public record TextId(long high, long low) implements Comparable<TextId> {

  private static final HexFormat HEX = HexFormat.of();

  /** Stands for no text. */
  public static final TextId NONE = new TextId(0, 0);

  /** The id of a text. */
  public static TextId of(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      ByteBuffer hash = ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
      return new TextId(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  /** Whether this stands for no text. */
  public boolean isNone() {
    return high == 0 && low == 0;
  }

  /** 32 hexadecimal digits. */
  public String toHex() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }

  @Override
  public int compareTo(TextId other) {
    int byHigh = Long.compare(high, other.high);
    return byHigh != 0 ? byHigh : Long.compare(low, other.low);
  }
}
