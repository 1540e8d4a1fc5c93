package dev.watershed.workload.store;

import dev.watershed.workload.store.file.DurableFiles;
import dev.watershed.workload.store.file.StoreLock;
import dev.watershed.workload.store.file.StoreLockedException;
import dev.watershed.workload.store.file.StoreOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A file system that can fail or stop at any step, and that knows what a loss of power leaves: the
 * bytes that were synced, under the names of folders that were synced.
 */
final class MemoryFiles extends DurableFiles {

  /** What happens at the step of the fault. */
  enum Fault {
    /** Nothing any more, from before this step on: the process was killed. */
    STOP_BEFORE,
    /** This step happens, a write by half; nothing any more afterwards. */
    STOP_AFTER,
    /** The step fails, with half of a write done; later ones work: a full disk that is cleared. */
    FAIL
  }

  /** The process does not exist any more. */
  static final class StoppedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Node {
    private byte[] bytes = {};
    private byte[] synced = {};
  }

  private final Map<String, Node> current = new TreeMap<>();
  private final Map<String, Node> durable = new TreeMap<>();
  private int steps;
  private int faultAt = -1;
  private Fault fault = Fault.FAIL;
  private boolean stopped;
  private boolean locked;

  /** Sets the step, from 0, at which a fault happens. */
  void faultAt(int step, Fault kind) {
    steps = 0;
    faultAt = step;
    fault = kind;
  }

  /** The steps made since the last call of {@link #faultAt}. */
  int steps() {
    return steps;
  }

  /**
   * Starts the process again, as a kill left it or, after a loss of power, with what was synced.
   */
  void restart(boolean powerLost) {
    if (powerLost) {
      current.clear();
      current.putAll(durable);
      current.values().forEach(node -> node.bytes = node.synced);
    }
    faultAt = -1;
    stopped = false;
    locked = false;
  }

  /** Replaces the bytes of a file, to damage it. */
  void overwrite(String name, byte[] bytes) {
    Node node = new Node();
    node.bytes = bytes;
    node.synced = bytes;
    current.put(name, node);
    durable.put(name, node);
  }

  /** The names of all files. */
  List<String> names() {
    return List.copyOf(current.keySet());
  }

  /** The bytes of a file. */
  byte[] bytes(String name) {
    return current.get(name).bytes.clone();
  }

  @Override
  public String location() {
    return "memory";
  }

  @Override
  public List<String> list(String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    TreeSet<String> entries = new TreeSet<>();
    for (String name : current.keySet()) {
      if (name.startsWith(prefix)) {
        String rest = name.substring(prefix.length());
        int slash = rest.indexOf('/');
        entries.add(slash < 0 ? rest : rest.substring(0, slash));
      }
    }
    return List.copyOf(entries);
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    Node node = current.get(name);
    if (node == null) {
      throw new NoSuchFileException(name);
    }
    return ByteBuffer.wrap(node.bytes.clone()).asReadOnlyBuffer();
  }

  @Override
  public StoreOutput create(String name) throws IOException {
    Node node = new Node();
    step(() -> current.put(name, node));
    return new StoreOutput() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        byte[] more = new byte[bytes.remaining()];
        bytes.get(more);
        step(
            () -> node.bytes = join(node.bytes, more),
            () -> node.bytes = join(node.bytes, Arrays.copyOf(more, more.length / 2)),
            true);
      }

      @Override
      public void sync() throws IOException {
        step(() -> node.synced = node.bytes);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void rename(String from, String to) throws IOException {
    if (!current.containsKey(from)) {
      throw new NoSuchFileException(from);
    }
    step(() -> current.put(to, current.remove(from)));
  }

  @Override
  public void syncFolder(String folder) throws IOException {
    step(
        () -> {
          durable.keySet().removeIf(name -> folderOf(name).equals(folder));
          current.forEach(
              (name, node) -> {
                if (folderOf(name).equals(folder)) {
                  durable.put(name, node);
                }
              });
        });
  }

  @Override
  public boolean exists(String name) {
    return current.containsKey(name);
  }

  @Override
  public void delete(String name) throws IOException {
    step(() -> current.remove(name));
  }

  @Override
  public StoreLock lock(String name, String holder) throws IOException {
    if (locked) {
      throw new StoreLockedException(name, holder);
    }
    locked = true;
    return () -> locked = false;
  }

  private void step(Runnable whole) throws IOException {
    step(whole, whole, false);
  }

  private void step(Runnable whole, Runnable half, boolean partial) throws IOException {
    if (stopped) {
      throw new StoppedException();
    }
    boolean faulty = steps++ == faultAt;
    if (!faulty) {
      whole.run();
      return;
    }
    switch (fault) {
      case STOP_BEFORE -> {
        stopped = true;
        throw new StoppedException();
      }
      case STOP_AFTER -> {
        stopped = true;
        (partial ? half : whole).run();
        throw new StoppedException();
      }
      case FAIL -> {
        if (partial) {
          half.run();
        }
        throw new IOException("No space left on device");
      }
    }
  }

  private static String folderOf(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  private static byte[] join(byte[] left, byte[] right) {
    byte[] joined = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, joined, left.length, right.length);
    return joined;
  }
}
