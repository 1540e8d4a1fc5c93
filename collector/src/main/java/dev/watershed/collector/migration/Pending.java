package dev.watershed.collector.migration;

import dev.watershed.workload.catalog.Migration;
import java.util.List;

/** Tells what of some files a tool would run, and in which order. */
interface Pending {

  /**
   * The texts that are pending.
   *
   * @param history of this tool alone
   */
  List<Part> of(List<MigrationFile> files, List<Migration> history, Remarks remarks);
}
