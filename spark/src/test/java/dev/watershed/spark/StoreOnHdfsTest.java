package dev.watershed.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Logs and store on HDFS. */
class StoreOnHdfsTest extends StoreElsewhereContract {

  @TempDir private static Path disk;
  private static MiniDFSCluster hdfs;
  private static LocalSpark spark;

  @BeforeAll
  static void start() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, disk.toString());
    hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    hdfs.waitActive();
    spark = new LocalSpark("local[2]", Map.of());
  }

  @AfterAll
  static void stop() {
    spark.close();
    hdfs.shutdown();
  }

  @Override
  LocalSpark spark() {
    return spark;
  }

  @Override
  String[] commands() {
    return new String[] {"analyze", "advise", "plan", "check", "owners"};
  }

  @Override
  String root() {
    return hdfs.getURI() + "/fleet";
  }
}
