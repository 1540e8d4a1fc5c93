package dev.watershed.collector.follow;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Follows one source of one server from look to look, and puts windows in place. Not thread-safe.
 */
public interface Follower extends Closeable {

  /**
   * Takes what the source shows since the last look.
   *
   * @param ended whether nothing will come any more, so that what is at hand is complete
   * @param stopped asked in the middle of long work; what is left is taken the next time
   * @throws IOException if the source cannot be read, or a window cannot be put in place; whoever
   *     opens a follower again goes on behind the last window that is
   */
  FollowReport look(boolean ended, BooleanSupplier stopped) throws IOException;

  /** Puts the window at hand in place, if its time slot is long over. */
  FollowReport sealIfOver(Instant now) throws IOException;

  /** Puts the window at hand in place, as far as the source was read. */
  FollowReport seal() throws IOException;

  @Override
  default void close() {
    // Most hold nothing open between two looks.
  }
}
