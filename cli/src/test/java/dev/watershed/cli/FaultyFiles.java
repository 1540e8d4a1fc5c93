package dev.watershed.cli;

import dev.watershed.workload.store.file.DurableFiles;
import dev.watershed.workload.store.file.LocalStoreFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A store on disk to which something happens at one step of writing to it. */
final class FaultyFiles extends DurableFiles {

  /** What happens at that step. */
  enum Fault {
    /** The step fails, with half of a write done; later ones work. */
    FAIL,
    /** The process is killed before the step. */
    STOP_BEFORE,
    /** The process is killed behind the step. */
    STOP_AFTER,
    /** The process is told to end. */
    TOLD_TO_END
  }

  private interface Step {
    void run() throws IOException;
  }

  private final LocalStoreFiles files;
  private final int at;
  private final Fault fault;
  private final Runnable end;
  private final AtomicInteger steps = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * @param at the step, from 0
   * @param end tells the process to end
   */
  FaultyFiles(Path root, int at, Fault fault, Runnable end) {
    this.files = new LocalStoreFiles(root);
    this.at = at;
    this.fault = fault;
    this.end = end;
  }

  @Override
  public String location() {
    return files.location();
  }

  @Override
  public List<String> list(String folder) throws IOException {
    alive();
    return files.list(folder);
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    alive();
    return files.map(name);
  }

  @Override
  public StoreOutput create(String name) throws IOException {
    step(() -> {});
    StoreOutput output = files.create(name);
    return new StoreOutput() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        ByteBuffer half = bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2);
        step(() -> output.write(bytes), () -> output.write(half));
      }

      @Override
      public void sync() throws IOException {
        step(output::sync);
      }

      @Override
      public void close() throws IOException {
        output.close();
      }
    };
  }

  @Override
  public void rename(String from, String to) throws IOException {
    step(() -> files.rename(from, to));
  }

  @Override
  public void syncFolder(String folder) throws IOException {
    step(() -> files.syncFolder(folder));
  }

  @Override
  public boolean exists(String name) throws IOException {
    alive();
    return files.exists(name);
  }

  @Override
  public void delete(String name) throws IOException {
    step(() -> files.delete(name));
  }

  @Override
  public StoreLock lock(String name, String holder) throws IOException {
    return files.lock(name, holder);
  }

  private void step(Step whole) throws IOException {
    step(whole, () -> {});
  }

  /** Makes a step, or what the fault leaves of it. */
  private void step(Step whole, Step failing) throws IOException {
    alive();
    if (steps.getAndIncrement() != at) {
      whole.run();
      return;
    }
    switch (fault) {
      case FAIL -> {
        failing.run();
        throw new IOException("No space left on device");
      }
      case STOP_BEFORE -> stopped = true;
      case STOP_AFTER -> {
        whole.run();
        stopped = true;
      }
      case TOLD_TO_END -> {
        end.run();
        whole.run();
      }
    }
    alive();
  }

  private void alive() throws IOException {
    if (stopped) {
      throw new IOException("the process was killed");
    }
  }
}
