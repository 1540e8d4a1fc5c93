package dev.watershed.analyzer.index;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Makes servers that were watched for two hours. */
public final class Servers {

  public static final double SECONDS = 7_200;
  public static final String MYSQL = "9.7.4";
  public static final String MARIADB = "10.11.14-MariaDB";

  private Servers() {}

  public static AdvisedServer mysql(List<StatisticTable> tables, WeightedStatement... statements) {
    return server(MYSQL, tables, Arrays.asList(statements));
  }

  public static AdvisedServer server(
      String version, List<StatisticTable> tables, List<WeightedStatement> statements) {
    return new AdvisedServer(
        "test", version, SECONDS, OptionalLong.of(1L << 32), tables, statements);
  }
}
