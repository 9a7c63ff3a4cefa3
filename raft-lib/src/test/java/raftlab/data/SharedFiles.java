package raftlab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The public files that some tests need; where they are not at hand the test is skipped. */
public final class SharedFiles {

  private SharedFiles() {}

  public static Path data(String name) {
    return file("data/" + name);
  }

  public static Path rollouts(String name) {
    return file("rollouts/" + name);
  }

  private static Path file(String name) {
    String home = System.getenv("RAFT_DATA_HOME");
    Assumptions.assumeTrue(home != null, "RAFT_DATA_HOME is not set: " + name + " not at hand");
    Path file = Path.of(home, name);
    Assumptions.assumeTrue(Files.exists(file), file + " is not at hand");
    return file;
  }
}
