package raftlab.run;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import raftlab.core.RolloutSet;
import raftlab.core.UserError;
import raftlab.files.Hashes;
import raftlab.files.JsonFile;

/**
 * Compares a run with its repetition, artifact by artifact in the order in which they are made, and
 * says where they part first. Times and rates are not compared.
 *
 * @param original the run
 * @param again its repetition
 * @param tolerance how far log-probabilities, rewards and metrics may be apart; 0 wants every bit,
 *     and only then weights are compared
 */
public record RunComparison(RunDirectory original, RunDirectory again, double tolerance) {

  private static final int HASH_DIGITS = 16;

  /** Returns the first difference of a round that both have; empty if there is none. */
  public Optional<RunDifference> round(int round) {
    List<Supplier<Optional<RunDifference>>> parts = new ArrayList<>();
    if (round > 0) {
      for (String folder : drawn(round)) {
        parts.add(() -> drawn(round, folder));
      }
      parts.add(() -> lines(round, "selection", "selection.jsonl"));
    }
    if (tolerance == 0) {
      parts.add(() -> weights(round));
    }
    parts.add(() -> evaluation(round));
    parts.add(() -> metrics(round));
    return parts.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  /** Returns what the manifests say differently: seed, start, data, reward and versions. */
  public List<String> provenance() {
    Map<String, String> before = facts(original);
    Map<String, String> after = facts(again);
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .filter(name -> !String.valueOf(before.get(name)).equals(String.valueOf(after.get(name))))
        .map(name -> name + ": " + before.get(name) + " then, " + after.get(name) + " now")
        .toList();
  }

  private static Map<String, String> facts(RunDirectory run) {
    Manifest manifest =
        RunDirectory.readRecord(run.path().resolve("manifest.json"), Manifest.class);
    Map<String, String> facts = new TreeMap<>(manifest.versions());
    facts.put("seed", Long.toString(manifest.seed()));
    // The name before the @ is that of the folder it was loaded from.
    facts.put("policy", manifest.policy().replaceFirst("^.*@", ""));
    facts.put("prompts", manifest.prompts());
    facts.put("evaluation", manifest.evaluation());
    facts.put("reward", manifest.reward());
    return facts;
  }

  /** Returns the folders, below a round's, that hold rollouts: its own and its refills'. */
  private List<String> drawn(int round) {
    List<String> folders = new ArrayList<>(List.of(""));
    for (int i = 1; has(original, round, "refill-" + i) || has(again, round, "refill-" + i); i++) {
      folders.add("refill-" + i);
    }
    return folders;
  }

  private static boolean has(RunDirectory run, int round, String name) {
    return Files.exists(run.iteration(round).resolve(name));
  }

  private Optional<RunDifference> drawn(int round, String folder) {
    Path before = original.iteration(round).resolve(folder);
    Path after = again.iteration(round).resolve(folder);
    for (String file : List.of("rollouts.jsonl", "rewards.jsonl")) {
      if (Files.exists(before.resolve(file)) != Files.exists(after.resolve(file))) {
        return Optional.of(presence(round, folder + " " + file, before.resolve(file)));
      }
    }
    RolloutSet first = RolloutsFile.read(before.resolve("rollouts.jsonl"));
    RolloutSet second = RolloutsFile.read(after.resolve("rollouts.jsonl"));
    SampleComparison samples = new SampleComparison(round, tolerance);
    return samples
        .rollouts(first, second)
        .or(
            () ->
                samples.rewards(
                    RewardsFile.read(before.resolve("rewards.jsonl"), first),
                    RewardsFile.read(after.resolve("rewards.jsonl"), second)));
  }

  private static RunDifference presence(int round, String what, Path before) {
    boolean there = Files.exists(before);
    return new RunDifference(
        round, what.strip(), "", there ? "a file" : "no file", there ? "none" : "a file");
  }

  private Optional<RunDifference> lines(int round, String artifact, String name) {
    Path before = original.iteration(round).resolve(name);
    Path after = again.iteration(round).resolve(name);
    if (Files.exists(before) != Files.exists(after)) {
      return Optional.of(presence(round, artifact, before));
    }
    return lines(round, artifact, JsonFile.readText(before), JsonFile.readText(after));
  }

  private static Optional<RunDifference> lines(
      int round, String artifact, String before, String after) {
    List<String> first = before.lines().toList();
    List<String> second = after.lines().toList();
    for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
      String one = i < first.size() ? first.get(i) : "no line";
      String two = i < second.size() ? second.get(i) : "no line";
      if (!one.equals(two)) {
        return RunDifference.of(
            round,
            artifact,
            "line " + (i + 1),
            RunDifference.quoted(one),
            RunDifference.quoted(two));
      }
    }
    return Optional.empty();
  }

  /** Checkpoints of early rounds are removed while a run goes on; what both have is compared. */
  private Optional<RunDifference> weights(int round) {
    if (!has(original, round, "checkpoint") || !has(again, round, "checkpoint")) {
      return Optional.empty();
    }
    Map<String, String> before = hashes(original.checkpoint(round));
    Map<String, String> after = hashes(again.checkpoint(round));
    for (Map.Entry<String, String> file : before.entrySet()) {
      String now = after.getOrDefault(file.getKey(), "no file");
      if (!file.getValue().equals(now)) {
        return RunDifference.of(
            round, "weights", "sha256 of " + file.getKey(), file.getValue(), now);
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> hashes(Path checkpoint) {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(checkpoint)) {
      files
          .filter(each -> each.toString().endsWith(".safetensors"))
          .forEach(
              each ->
                  hashes.put(
                      String.valueOf(each.getFileName()),
                      Hashes.sha256(each).substring(0, HASH_DIGITS)));
    } catch (IOException e) {
      throw new UserError(checkpoint + " cannot be read: " + e.getMessage());
    }
    return hashes;
  }

  private Optional<RunDifference> evaluation(int round) {
    String name = "evaluation.json";
    boolean then = has(original, round, name);
    boolean now = has(again, round, name);
    if (tolerance > 0 || (!then && !now)) {
      return Optional.empty();
    }
    return then && now
        ? lines(round, "evaluation", measured(original, round), measured(again, round))
        : lines(round, "evaluation", name);
  }

  /** What was measured: runs older than the record of a number's provenance can be reproduced. */
  private static String measured(RunDirectory run, int round) {
    JsonObject evaluation =
        RunDirectory.readRecord(run.iteration(round).resolve("evaluation.json"), JsonObject.class);
    evaluation.remove("provenance");
    return RecordJson.PRETTY.toJson(evaluation);
  }

  @SuppressWarnings("unchecked")
  private Optional<RunDifference> metrics(int round) {
    Map<String, Double> before =
        RunDirectory.readRecord(original.iteration(round).resolve("metrics.json"), Map.class);
    Map<String, Double> after =
        RunDirectory.readRecord(again.iteration(round).resolve("metrics.json"), Map.class);
    for (Map.Entry<String, Double> each : new TreeMap<>(before).entrySet()) {
      String name = each.getKey();
      boolean timed = name.startsWith("seconds/") || name.startsWith("tokens_per_s/");
      Double now = after.get(name);
      if (!timed && (now == null || RunDifference.apart(tolerance, each.getValue(), now))) {
        return RunDifference.of(
            round, "metrics", name, each.getValue(), now == null ? "none" : now);
      }
    }
    return Optional.empty();
  }
}
