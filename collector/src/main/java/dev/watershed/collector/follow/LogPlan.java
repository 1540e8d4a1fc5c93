package dev.watershed.collector.follow;

import dev.watershed.collector.slowlog.LogHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which files are to be read, from where and in which order: first the rest of the one that was
 * read last, then those that nobody has read, by the time of their first event, and the live one
 * last.
 *
 * @param steps the files to read
 * @param lost whether the file that was read last is not there any more
 * @param problem why nothing can be read
 */
public record LogPlan(List<Step> steps, boolean lost, Optional<String> problem) {

  /**
   * One file to read.
   *
   * @param from where to begin, in uncompressed bytes
   * @param grows whether more may be written to it
   * @param continues whether reading goes on in the file that was read last
   * @param possibleGap whether something may be lost between it and the one before
   */
  public record Step(
      LogFile file, long from, boolean grows, boolean continues, boolean possibleGap) {}

  public LogPlan {
    steps = List.copyOf(steps);
  }

  /**
   * The plan.
   *
   * @param position how far the log was read; empty when nothing was read yet
   * @param found the files of the log, in any order
   * @param ended whether nothing will be written to the log any more
   */
  public static LogPlan of(Optional<LogPosition> position, List<LogFile> found, boolean ended) {
    List<LogFile> files = withoutCopies(found, position);
    Optional<LogFile> current =
        position.flatMap(read -> files.stream().filter(file -> file.is(read.file())).findFirst());
    if (current.isPresent() && shorter(current.get(), position.get())) {
      return new LogPlan(List.of(), false, Optional.of(shortened(current.get(), position.get())));
    }
    List<LogFile> order = new ArrayList<>();
    current.ifPresent(order::add);
    if (current.filter(LogFile::live).isEmpty()) {
      files.stream()
          .filter(file -> !order.contains(file))
          .filter(file -> position.isEmpty() || !position.get().finished().contains(file))
          .forEach(order::add);
    }
    boolean lost = position.isPresent() && current.isEmpty();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      LogFile file = order.get(i);
      boolean continues = i == 0 && current.isPresent();
      boolean first = i == 0 && position.isEmpty();
      boolean gap = !continues && !first && (i == 0 || !file.begins().banner());
      boolean grows = i == order.size() - 1 && !file.packed() && !ended;
      long from = continues ? position.get().offset() : 0;
      steps.add(new Step(file, from, grows, continues, gap));
    }
    return new LogPlan(steps, lost, Optional.empty());
  }

  /**
   * Places that cut the log into stretches: the beginnings of its files, and within a file that is
   * not compressed one every so many bytes. The first is where the reading begins.
   *
   * @param bytes of a stretch within a file
   */
  public List<LogPlace> stretches(long bytes) {
    List<LogPlace> places = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      places.add(new LogPlace(i, step.from()));
      for (long at = step.from() + bytes;
          !step.file().packed() && at < step.file().size();
          at += bytes) {
        places.add(new LogPlace(i, at));
      }
    }
    return places;
  }

  /** The place behind the last file. */
  public LogPlace end() {
    return new LogPlace(steps.size(), 0);
  }

  /**
   * What is said where the file that was read last is not there any more.
   *
   * @param log how the log is called in messages
   */
  public Optional<String> loss(String log) {
    return lost
        ? Optional.of(
            log
                + ": the file that was read last is gone, and with it what was written to it since."
                + " Look more often than the log is rotated, or keep more of it")
        : Optional.empty();
  }

  /** Why the files look like no log at all, where nothing of them counted. */
  public Optional<String> foreign() {
    if (steps.isEmpty() || steps.stream().anyMatch(step -> step.file().begins().anyGroup())) {
      return Optional.empty();
    }
    LogFile last = steps.get(steps.size() - 1).file();
    return Optional.of(LogHead.foreign(last.path().toString(), last.head()));
  }

  /** One file per log, in the order of reading. */
  private static List<LogFile> withoutCopies(List<LogFile> found, Optional<LogPosition> position) {
    List<LogFile> best = new ArrayList<>();
    for (LogFile file : found.stream().sorted(preference(position)).toList()) {
      if (best.stream().noneMatch(file::sameLog)) {
        best.add(file);
      }
    }
    best.sort(Comparator.comparing(LogFile::live).thenComparingLong(LogFile::orderMicros));
    return best;
  }

  /** Of several copies the one that is not cut: live, then plain, then the larger one. */
  private static Comparator<LogFile> preference(Optional<LogPosition> position) {
    return Comparator.comparing(
            (LogFile file) -> position.isPresent() && shorter(file, position.get()))
        .thenComparing(file -> !file.live())
        .thenComparing(LogFile::packed)
        .thenComparing(Comparator.comparingLong(LogFile::size).reversed())
        .thenComparing(LogFile::path);
  }

  private static boolean shorter(LogFile file, LogPosition position) {
    return file.is(position.file()) && !file.packed() && file.size() < position.offset();
  }

  private static String shortened(LogFile file, LogPosition position) {
    return file.path()
        + ": has "
        + file.size()
        + " bytes, but "
        + position.offset()
        + " of it were read before: somebody shortened it. Nothing is read until it is longer or"
        + " replaced; to go on at once, move it away";
  }
}
