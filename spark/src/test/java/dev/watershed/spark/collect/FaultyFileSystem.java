package dev.watershed.spark.collect;

import dev.watershed.collector.follow.StretchReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A local disk on which opening a log may go wrong. What goes wrong lies as files in a folder; each
 * happens once, in whichever process comes first.
 */
public final class FaultyFileSystem extends RawLocalFileSystem {

  /** The setting that names the folder. */
  static final String FOLDER = "faulty.folder";

  private static final String BUNDLES = "dev.watershed.spark.bundle.ReadBundles";
  private static final int SLOW_SECONDS = 20;

  /** Stands in the name of a fault for one in a path. */
  static final char SLASH = '!';

  /** What Spark needs to know of the disk. */
  public static Map<String, String> settings(java.nio.file.Path faults) {
    Map<String, String> settings = new HashMap<>();
    settings.put("spark.hadoop.fs.faulty.impl", FaultyFileSystem.class.getName());
    settings.put("spark.hadoop.fs.faulty.impl.disable.cache", "true");
    settings.put("spark.hadoop." + FOLDER, faults.toString());
    return settings;
  }

  @Override
  public URI getUri() {
    return URI.create("faulty:///");
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    java.nio.file.Path folder = Paths.get(getConf().get(FOLDER));
    try (DirectoryStream<java.nio.file.Path> faults = Files.newDirectoryStream(folder)) {
      for (java.nio.file.Path fault : faults) {
        String[] words = fault.getFileName().toString().split("_", -1);
        boolean due =
            switch (words[0]) {
              case "head" -> !within(StretchReader.class.getName());
              case "bundle" -> within(BUNDLES);
              case "hide" -> false;
              default -> within(StretchReader.class.getName());
            };
        if (due
            && path.toString().contains(words[1].replace(SLASH, '/'))
            && Files.deleteIfExists(fault)) {
          if (words[0].equals("cut")) {
            return super.open(half(path), bufferSize);
          }
          happen(words[0], path);
        }
      }
    }
    return super.open(path, bufferSize);
  }

  /** A file that is renamed while its folder is listed may be missing in the list. */
  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    List<FileStatus> listed = new ArrayList<>();
    for (FileStatus file : super.listStatus(folder)) {
      String hidden = "hide_" + file.getPath().toUri().getPath().replace('/', SLASH) + "_0";
      if (!Files.deleteIfExists(Paths.get(getConf().get(FOLDER)).resolve(hidden))) {
        listed.add(file);
      }
    }
    return listed.toArray(FileStatus[]::new);
  }

  /** Whether a class is at work: one that reads stretches does not look for heads, say. */
  private static boolean within(String name) {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(name)));
  }

  /** What comes through of a file where the connection ends in its middle. */
  private static Path half(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(Paths.get(path.toUri().getPath()));
    java.nio.file.Path half = Files.createTempFile("watershed-", ".half");
    half.toFile().deleteOnExit();
    Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
    return new Path(half.toUri());
  }

  /** Makes it another file of the same length, or the old one again. */
  static void swap(java.nio.file.Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[0] ^= 1;
    Files.write(file, bytes);
  }

  private static void happen(String fault, Path path) throws IOException {
    switch (fault) {
      case "fail", "head", "bundle" -> throw new IOException(path + ": input/output error");
      case "halt" -> Runtime.getRuntime().halt(137);
      case "swap" -> swap(Paths.get(path.toUri().getPath()));
      default -> {
        try {
          TimeUnit.SECONDS.sleep(SLOW_SECONDS);
        } catch (InterruptedException killed) {
          Thread.currentThread().interrupt();
          throw new IOException("killed", killed);
        }
      }
    }
  }
}
