package dev.watershed.workload.store;

import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that says that a folder is a store, and of which version. */
final class StoreFormat {

  static final String FILE = "store.json";

  /** Version 2 added files of several hours, which version 1 does not see. */
  private static final int VERSION = 2;

  private static final String CONTENT = "{\"format\": \"watershed.store/" + VERSION + "\"}\n";
  private static final Pattern FORMAT =
      Pattern.compile("\"format\"\\s*:\\s*\"watershed\\.store/(\\d{1,9})\"");

  private StoreFormat() {}

  /** Checks that there is a store that this version reads. */
  static void check(StoreFiles files) throws IOException {
    versionOf(files);
  }

  private static int versionOf(StoreFiles files) throws IOException {
    ByteBuffer bytes;
    try {
      bytes = files.map(FILE);
    } catch (NoSuchFileException absent) {
      NoSuchFileException none =
          new NoSuchFileException(
              files.location(), null, "there is no store (collect makes one); " + FILE + " lacks");
      none.initCause(absent);
      throw none;
    }
    Matcher matcher = FORMAT.matcher(StandardCharsets.UTF_8.decode(bytes));
    if (!matcher.find()) {
      throw new IOException(files.location() + ": " + FILE + " is not that of a store");
    }
    int version = Integer.parseInt(matcher.group(1));
    if (version > VERSION) {
      throw new IOException(
          files.location()
              + " is a store of version "
              + version
              + ", known is "
              + VERSION
              + "; update Watershed to read it");
    }
    return version;
  }

  /** The file of a store of this version. */
  static byte[] content() {
    return CONTENT.getBytes(StandardCharsets.UTF_8);
  }

  /** Makes a store where there is none; one of an earlier version becomes one of this version. */
  static void ensure(StoreFiles files) throws IOException {
    boolean present = files.list("").contains(FILE);
    if (!present || versionOf(files) < VERSION) {
      ByteBuffer content = ByteBuffer.wrap(content());
      files.put(FILE, List.of(content));
    }
  }
}
