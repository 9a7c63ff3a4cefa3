package raftlab.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.SamplingSettings;

/** A rollout set on disk: settings, then one group per line with tokens and log-probabilities. */
public final class RolloutsFile {

  private static final String START = "{\"kind\":\"rollouts\"";

  private record Header(String kind, String name, String policyId, SamplingSettings settings) {}

  private RolloutsFile() {}

  public static void write(Path file, RolloutSet set) {
    RecordLines.write(
        file, new Header("rollouts", set.name(), set.policyId(), set.settings()), set.rollouts());
  }

  /** Returns whether a file begins as one that was written here; false if there is none. */
  public static boolean matches(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      char[] start = new char[START.length()];
      return in.read(start) == start.length && START.equals(new String(start));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a set back, bit for bit.
   *
   * @throws raftlab.core.UserError if the file is gone or a line is broken
   */
  public static RolloutSet read(Path file) {
    var content = RecordLines.read(file, Header.class, Rollout.class);
    Header header = content.header();
    return new RolloutSet(header.name(), header.policyId(), header.settings(), content.records());
  }
}
