package dev.watershed.benchmarks.fleet.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Who watches the servers while the clients run. */
@FunctionalInterface
public interface Watch {

  /** Nobody. */
  Watch NONE = configuration -> () -> {};

  /**
   * Begins to watch, and returns when it does.
   *
   * @param configuration the file that says where the servers are
   * @return to be closed when the clients are done
   */
  Watching begin(Path configuration) throws SQLException, IOException, InterruptedException;

  /** What watches. */
  @FunctionalInterface
  interface Watching extends AutoCloseable {
    @Override
    void close() throws IOException, InterruptedException;
  }
}
