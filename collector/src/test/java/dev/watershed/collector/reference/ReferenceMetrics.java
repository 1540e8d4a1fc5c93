package dev.watershed.collector.reference;

/**
 * The figures that only some servers write; 0 where they are absent.
 *
 * @param errorNumber {@code Errno} or {@code Last_errno}
 * @param rowsAffected {@code Rows_affected}
 * @param bytesSent {@code Bytes_sent}
 * @param temporaryTables {@code Tmp_tables} or {@code Created_tmp_tables}
 * @param temporaryDiskTables {@code Tmp_disk_tables} or {@code Created_tmp_disk_tables}
 * @param fullScan {@code Full_scan: Yes}
 * @param fullJoin {@code Full_join: Yes}
 * @param sortRows {@code Sort_rows}
 * @param sortMergePasses {@code Merge_passes} or {@code Sort_merge_passes}
 */
public record ReferenceMetrics(
    long errorNumber,
    long rowsAffected,
    long bytesSent,
    long temporaryTables,
    long temporaryDiskTables,
    boolean fullScan,
    boolean fullJoin,
    long sortRows,
    long sortMergePasses) {

  /** No figure at all. */
  public static final ReferenceMetrics NONE =
      new ReferenceMetrics(0, 0, 0, 0, 0, false, false, 0, 0);
}
