package raftlab.run;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a run was made, so that it can be explained and made again.
 *
 * @param started when, in UTC
 * @param seed the run's seed, from which every draw is derived
 * @param policy identity of the policy it starts from
 * @param prompts hash of the training prompts
 * @param evaluation hash of the evaluation prompts
 * @param reward what the rewards are computed by
 * @param grader the checker of the evaluations with its profile; null in runs of older versions
 * @param versions of the project, Java, the engine and the system
 */
public record Manifest(
    String started,
    long seed,
    String policy,
    String prompts,
    String evaluation,
    String reward,
    String grader,
    Map<String, String> versions) {

  public Manifest {
    versions = java.util.Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /** Makes a manifest for a run that starts now on this machine. */
  public static Manifest now(
      long seed, String policy, String prompts, String evaluation, String reward, String grader) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("raftlab", version());
    versions.put("java", System.getProperty("java.vm.version"));
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    versions.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    return new Manifest(
        Instant.now().toString(), seed, policy, prompts, evaluation, reward, grader, versions);
  }

  private static String version() {
    String version = Manifest.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
