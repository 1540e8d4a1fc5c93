package dev.watershed.sql.fingerprint;

/**
 * The bytes of one identifier as valid UTF-8: what is none becomes U+FFFD, and what goes beyond the
 * capacity is left out.
 */
final class IdentifierBuffer {
  private final byte[] bytes;
  private int length;
  private boolean full;

  private final byte[] pending = new byte[4];
  private int pendingLength;
  private int pendingNeeds;

  IdentifierBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
    full = false;
    pendingLength = 0;
  }

  void append(byte b) {
    if (pendingLength > 0) {
      if (continues(b)) {
        pending[pendingLength++] = b;
        if (pendingLength == pendingNeeds) {
          put(pending, pendingLength);
          pendingLength = 0;
        }
        return;
      }
      replace();
    }
    int c = b & 0xFF;
    pending[0] = b;
    if (c < 0x80) {
      put(pending, 1);
    } else if (c >= 0xC2 && c <= 0xF4) {
      pendingLength = 1;
      pendingNeeds = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    } else {
      replace();
    }
  }

  /** The identifier is whole: a character that is not, becomes U+FFFD. */
  void finish() {
    if (pendingLength > 0) {
      replace();
    }
  }

  /** Whether a byte goes on a character: no overlong forms, no surrogates, none beyond U+10FFFF. */
  private boolean continues(byte b) {
    int c = b & 0xFF;
    if (pendingLength > 1) {
      return c >= 0x80 && c <= 0xBF;
    }
    return switch (pending[0] & 0xFF) {
      case 0xE0 -> c >= 0xA0 && c <= 0xBF;
      case 0xED -> c >= 0x80 && c <= 0x9F;
      case 0xF0 -> c >= 0x90 && c <= 0xBF;
      case 0xF4 -> c >= 0x80 && c <= 0x8F;
      default -> c >= 0x80 && c <= 0xBF;
    };
  }

  private void replace() {
    pendingLength = 0;
    pending[0] = (byte) 0xEF;
    pending[1] = (byte) 0xBF;
    pending[2] = (byte) 0xBD;
    put(pending, 3);
  }

  private void put(byte[] character, int count) {
    full |= length + count > bytes.length;
    if (full) {
      return;
    }
    System.arraycopy(character, 0, bytes, length, count);
    length += count;
  }
}
