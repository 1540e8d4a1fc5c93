package dev.watershed.collector.slowlog;

import dev.watershed.collector.input.LogInput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the parts of all inputs with several threads and hands them out in order, no more than a
 * few ahead, so that memory does not grow with the inputs.
 */
final class PartQueue implements AutoCloseable {

  /** A part and what it gave. */
  record Read(Part part, PartResult result) {}

  private record Task(int file, Callable<Read> reading) {}

  private record Pending(int file, Future<Read> future) {}

  private final Deque<Task> waiting = new ArrayDeque<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final ExecutorService threads;
  private final int most;

  PartQueue(InputReader reader, int threadCount, List<LogInput> inputs) {
    threads = Executors.newFixedThreadPool(threadCount);
    most = threadCount + 1;
    for (int file = 0; file < inputs.size(); file++) {
      waiting.addAll(tasks(reader, file, inputs.get(file)));
    }
  }

  /** Whether the next result belongs to the input at this position. */
  boolean hasNextOf(int file) {
    submit();
    return !pending.isEmpty() && pending.peek().file == file;
  }

  /** The next result, once it is there. */
  Read next() throws IOException {
    try {
      return pending.remove().future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void submit() {
    while (pending.size() < most && !waiting.isEmpty()) {
      Task task = waiting.remove();
      pending.add(new Pending(task.file, threads.submit(task.reading)));
    }
  }

  private static List<Task> tasks(InputReader reader, int file, LogInput input) {
    List<Task> tasks = new ArrayList<>();
    try {
      for (Part part : reader.parts(file, input)) {
        tasks.add(new Task(file, () -> new Read(part, reader.read(part))));
      }
    } catch (IOException e) {
      tasks.add(
          new Task(
              file,
              () -> {
                throw e;
              }));
    }
    return tasks;
  }
}
