package dev.watershed.workload.store.window;

import java.nio.charset.StandardCharsets;

/**
 * The folder of a server: its name, with every byte that is not a letter, a digit, {@code -} or
 * {@code _} (or a point inside the name) as {@code %XX}, so that any name fits any file system.
 */
public final class ServerFolder {

  private static final String HEX = "0123456789ABCDEF";

  private ServerFolder() {}

  /** The folder for a server's name. */
  public static String of(String server) {
    StringBuilder folder = new StringBuilder();
    for (byte unit : server.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          unit >= 'a' && unit <= 'z'
              || unit >= 'A' && unit <= 'Z'
              || unit >= '0' && unit <= '9'
              || unit == '-'
              || unit == '_'
              || unit == '.' && !folder.isEmpty();
      if (plain) {
        folder.append((char) unit);
      } else {
        folder.append('%').append(HEX.charAt(unit >> 4 & 15)).append(HEX.charAt(unit & 15));
      }
    }
    return folder.toString();
  }

  /** Whether a folder is that of a server, and nothing that somebody else left beside them. */
  public static boolean isOne(String folder) {
    return !folder.isEmpty() && of(serverOf(folder)).equals(folder);
  }

  /** The server's name again. */
  public static String serverOf(String folder) {
    byte[] name = new byte[folder.length()];
    int length = 0;
    for (int i = 0; i < folder.length(); i++) {
      char unit = folder.charAt(i);
      if (unit == '%' && isByte(folder, i + 1)) {
        name[length++] = (byte) Integer.parseInt(folder, i + 1, i + 3, 16);
        i += 2;
      } else {
        name[length++] = (byte) unit;
      }
    }
    return new String(name, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean isByte(String folder, int at) {
    return at + 1 < folder.length()
        && HEX.indexOf(folder.charAt(at)) >= 0
        && HEX.indexOf(folder.charAt(at + 1)) >= 0;
  }
}
