package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.junit.jupiter.api.Test;

class HistogramQueryTest {

  private static final DigestKey A = new DigestKey("s", "aa");
  private static final DigestKey B = new DigestKey("s", "bb");

  private record Bucket(DigestKey key, int number, long count) {}

  @Test
  void inWhateverOrderBucketsComeTheyAreThoseOfTheirDigest() throws SQLException {
    Map<DigestKey, BucketCounts> together =
        read(new Bucket(A, 1, 10), new Bucket(A, 2, 20), new Bucket(B, 1, 5), new Bucket(B, 9, 6));
    Map<DigestKey, BucketCounts> mixed =
        read(new Bucket(A, 1, 10), new Bucket(B, 1, 5), new Bucket(A, 2, 20), new Bucket(B, 9, 6));

    assertThat(mixed).isEqualTo(together).containsOnlyKeys(A, B);
    assertThat(mixed.get(A).total()).isEqualTo(30);
    assertThat(mixed.get(B).total()).isEqualTo(11);
  }

  @Test
  void noRowsAreNoHistograms() throws SQLException {
    assertThat(read()).isEmpty();
  }

  private static Map<DigestKey, BucketCounts> read(Bucket... buckets) throws SQLException {
    return HistogramQuery.of(List.of(A)).get(0).answer().read(rows(buckets));
  }

  private static ResultSet rows(Bucket... buckets) throws SQLException {
    CachedRowSet rows = RowSetProvider.newFactory().createCachedRowSet();
    RowSetMetaDataImpl columns = new RowSetMetaDataImpl();
    columns.setColumnCount(4);
    for (int i = 1; i <= 4; i++) {
      columns.setColumnType(i, i <= 2 ? Types.VARCHAR : Types.BIGINT);
    }
    rows.setMetaData(columns);
    for (Bucket bucket : buckets) {
      rows.afterLast();
      rows.moveToInsertRow();
      rows.updateString(1, bucket.key().schema());
      rows.updateString(2, bucket.key().serverDigest());
      rows.updateLong(3, bucket.number());
      rows.updateLong(4, bucket.count());
      rows.insertRow();
      rows.moveToCurrentRow();
    }
    rows.beforeFirst();
    return rows;
  }
}
