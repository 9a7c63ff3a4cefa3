package raftlab.kernel.command.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import raftlab.algorithm.DecoderLearner;
import raftlab.algorithm.RaftLoop;
import raftlab.core.RewardFunction;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.kernel.command.RunsFolder;
import raftlab.kernel.command.Session;
import raftlab.run.RunDirectory;
import raftlab.sweep.SweepDirectory;

/** The runs in their folder. */
final class Runs {

  private Runs() {}

  static Path folder() {
    return RunsFolder.path();
  }

  /**
   * Returns the names of the runs in alphabetical order; those of a sweep come after the others, as
   * {@code SWEEP/RUN}.
   */
  static List<String> names() {
    List<String> names = new ArrayList<>(own());
    for (String sweep : sweeps()) {
      sweep(sweep).runs().forEach(run -> names.add(sweep + "/" + run.name()));
    }
    return names;
  }

  /** Returns the names of the runs that belong to no sweep. */
  static List<String> own() {
    return folders(each -> Files.exists(each.resolve("config.json")) && !isModel(each));
  }

  /**
   * Returns the folders there that hold a model, such as what train-base and train-reward write.
   */
  static List<String> models() {
    return folders(Runs::isModel);
  }

  /** A model's folder has a config.json too, but its weights lie beside it. */
  private static boolean isModel(Path folder) {
    return Files.exists(folder.resolve("model.safetensors"))
        || Files.exists(folder.resolve("model.safetensors.index.json"));
  }

  /** Returns the names of the sweeps, in alphabetical order. */
  static List<String> sweeps() {
    return folders(SweepDirectory::is);
  }

  /** Returns the last run that belongs to no sweep, else the last of a sweep; empty without any. */
  static Optional<String> last() {
    List<String> names = own().isEmpty() ? names() : own();
    return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
  }

  private static List<String> folders(Predicate<Path> wanted) {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder())) {
      return paths.filter(wanted).map(each -> each.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UserError(folder() + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Returns the loop of a run that was begun, ready to go on.
   *
   * @param reward name of its reward, or null to make it again from the run's own description
   * @param profile of the verifier, or null for the run's
   * @param gold name of its gold reward where that is a lambda of a cell, else null
   */
  static RaftLoop loop(
      Session session, RunDirectory run, String reward, String profile, String gold) {
    Optional<RewardFunction> judge = Rewards.goldOf(session, run, gold);
    RaftLoop loop =
        RaftLoop.resume(
            run,
            Rewards.ofRun(session, run, reward, profile),
            Rewards.check(run, profile),
            DecoderLearner::load);
    judge.ifPresent(loop::judgedBy);
    return loop;
  }

  static boolean isSweep(String name) {
    return sweeps().contains(name);
  }

  static SweepDirectory sweep(String name) {
    return SweepDirectory.open(folder().resolve(name));
  }

  static RunDirectory open(String name) {
    if (!names().contains(name)) {
      throw new UserError(
          "there is no run \"" + name + "\" in " + folder(), "", Suggest.near(name, names()));
    }
    return RunDirectory.open(folder().resolve(name));
  }

  /** Returns runs by their names; a sweep's name stands for all runs of it that were begun. */
  static List<RunDirectory> open(List<String> names) {
    List<RunDirectory> runs = new ArrayList<>();
    for (String name : names) {
      if (isSweep(name)) {
        runs.addAll(sweep(name).runs());
      } else {
        runs.add(open(name));
      }
    }
    return runs;
  }

  /** Returns a name that no run has: run-0001 and so on. */
  static String next() {
    int number = 1;
    while (Files.exists(folder().resolve(numbered(number)))) {
      number++;
    }
    return numbered(number);
  }

  private static String numbered(int number) {
    return String.format(java.util.Locale.ROOT, "run-%04d", number);
  }
}
