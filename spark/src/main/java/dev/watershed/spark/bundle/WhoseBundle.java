package dev.watershed.spark.bundle;

import dev.watershed.collector.bundle.Bundle;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.spark.cluster.Attempts;
import dev.watershed.spark.store.HadoopSettings;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;

/** Reads a bundle to its end in a task, to know that it is whole and whose it is. */
final class WhoseBundle implements Function<String, WhoseBundle.Answer> {

  private static final long serialVersionUID = 1L;

  /**
   * Whose it is.
   *
   * @param server as the bundle says; empty if it cannot be read
   * @param failure why it cannot; empty if it can
   */
  record Answer(String address, String server, String failure) implements Serializable {

    private static final long serialVersionUID = 1L;
  }

  private final Broadcast<HashMap<String, String>> configuration;
  private final int attempts;

  /**
   * @param attempts how often a task is tried before a file counts as unreadable
   */
  WhoseBundle(Broadcast<HashMap<String, String>> configuration, int attempts) {
    this.configuration = configuration;
    this.attempts = attempts;
  }

  @Override
  public Answer call(String address) throws IOException {
    try (FetchedFolder folder = FetchedFolder.make()) {
      return new Answer(
          address,
          Bundle.read(
                  address,
                  folder.fetch(address, "bundle", HadoopSettings.of(configuration.value())),
                  Domains.all())
              .server(),
          "");
    } catch (IOException e) {
      if (Attempts.more(attempts)) {
        throw e;
      }
      return new Answer(address, "", String.valueOf(e.getMessage()));
    }
  }
}
