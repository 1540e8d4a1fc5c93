package dev.watershed.collector.host;

import dev.watershed.collector.follow.TimeMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a file are to be taken.
 *
 * @param samples those, in the order of time
 * @param ahead how many others are ahead of this machine's clock
 */
record NewSamples(List<HostSample> samples, long ahead) {

  NewSamples {
    samples = List.copyOf(samples);
  }

  /**
   * The new ones of a file that only grows. A row that was ahead is never taken once rows behind it
   * are: it is of the time of these.
   *
   * @param all in the order of the file
   * @param now by this machine's clock
   */
  static NewSamples of(List<HostSample> all, TimeMark mark, Instant now) {
    List<HostSample> samples = new ArrayList<>();
    Optional<Instant> takenBehind = Optional.empty();
    long ahead = 0;
    for (int i = all.size() - 1; i >= 0; i--) {
      Instant time = all.get(i).time();
      switch (mark.place(time, now)) {
        case KNOWN -> takenBehind = takenBehind.filter(time::isAfter).or(() -> Optional.of(time));
        case AHEAD -> ahead++;
        case NEW -> {
          if (takenBehind.filter(taken -> TimeMark.wasAhead(time, taken)).isEmpty()) {
            samples.add(all.get(i));
          }
        }
      }
    }
    samples.sort(Comparator.comparing(HostSample::time));
    return new NewSamples(samples, ahead);
  }
}
