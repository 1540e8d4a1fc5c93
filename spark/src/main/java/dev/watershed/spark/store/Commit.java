package dev.watershed.spark.store;

/** How a file system puts a file in place as a whole, and only if there is none of its name. */
enum Commit {
  /**
   * Under a temporary name, then by a rename that happens at once and can refuse to replace: HDFS.
   * An open file belongs to one client, whose lease ends with it.
   */
  RENAME,
  /**
   * At its own name: nothing is to be seen of it until it is whole, and it can be refused where
   * there is one. Object stores, whose rename copies: S3 with {@code If-None-Match}.
   */
  CREATE
}
