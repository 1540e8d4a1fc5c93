package dev.watershed.spark.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Creates a file of an object store if there is none. Each has a mark: where the answer to a {@code
 * PUT} is lost, S3A puts once more and is told that there is one, which is its own then.
 */
final class ConditionalFile {

  private static final String MARK = "watershed-put";

  /** What S3A makes metadata of the object of. */
  private static final String HEADER_OPTION = "fs.s3a.create.header." + MARK;

  /** Where S3A shows it. */
  private static final String HEADER_ATTRIBUTE = "header." + MARK;

  private ConditionalFile() {}

  /**
   * Creates a file.
   *
   * @return false if there is one of somebody else
   */
  static boolean create(FileSystem files, Path path, List<ByteBuffer> parts) throws IOException {
    byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    try {
      FSDataOutputStreamBuilder<?, ?> file = files.createFile(path).recursive().overwrite(false);
      file.opt(Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
      file.opt(HEADER_OPTION, new String(mark, StandardCharsets.UTF_8));
      CreatedFile.write(file.build(), parts);
      return true;
    } catch (IOException refused) {
      // That there is one, a file system may say in words of its own.
      if (!files.exists(path)) {
        throw refused;
      }
      return Arrays.equals(files.getXAttr(path, HEADER_ATTRIBUTE), mark);
    }
  }
}
