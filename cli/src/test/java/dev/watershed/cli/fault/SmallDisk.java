package dev.watershed.cli.fault;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A file system of a few megabytes that can be full. Only root may mount one. */
final class SmallDisk implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;
  private static final int BLOCK = 4_096;

  private final Path place;
  private final Path filler;

  private SmallDisk(Path place) {
    this.place = place;
    this.filler = place.resolve("filler");
  }

  /**
   * Mounts it; skips the test where that is not allowed, unless live tests are required.
   *
   * @param place an empty folder
   */
  static SmallDisk mount(Path place, int megabytes) throws Exception {
    String refusal =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "watershed", place.toString());
    if (!refusal.isEmpty()) {
      if ("required".equals(System.getenv("WATERSHED_LIVE"))) {
        throw new IllegalStateException("live tests are required, but: " + refusal);
      }
      abort("no small disk without the right to mount one: " + refusal);
    }
    return new SmallDisk(place);
  }

  /** Leaves so many blocks of 4 KiB free. */
  void fill(int free) throws IOException {
    long blocks = Files.getFileStore(place).getUsableSpace() / BLOCK - free;
    try (OutputStream output = Files.newOutputStream(filler)) {
      for (long i = 0; i < blocks; i++) {
        output.write(new byte[BLOCK]);
      }
    }
  }

  /** Gives the space back. */
  void empty() throws IOException {
    Files.delete(filler);
  }

  /** What a command has to say; nothing if it worked. */
  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return command[0] + " does not end";
    }
    return process.exitValue() == 0 ? "" : command[0] + ": " + said.strip();
  }

  @Override
  public void close() throws Exception {
    String refusal = run("umount", "-l", place.toString());
    if (!refusal.isEmpty()) {
      throw new IllegalStateException(refusal);
    }
  }
}
