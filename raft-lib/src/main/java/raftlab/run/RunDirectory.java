package raftlab.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import raftlab.core.Checks;
import raftlab.core.PromptSet;
import raftlab.core.RolloutSet;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;
import raftlab.files.Folders;

/**
 * The folder of one run. Work is asked for by artifact: what is on disk is read, what is not is
 * made and written before it is used, so that a resumed run takes up exactly where the killed one
 * stopped.
 *
 * <p>One writer at a time, see {@link RunLock}.
 */
public final class RunDirectory {

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /** What the layout of a run writes before config.json makes it one. */
  private static final List<String> LAYOUT =
      List.of("prompts.jsonl", "eval.jsonl", "reward.json", "manifest.json", "iteration-000");

  /**
   * Makes the folder of a new run; a run of that name must not exist. What a run that never began
   * has left there is removed.
   */
  public static RunDirectory create(Path runs, String name) {
    Checks.user(
        name.matches("[A-Za-z0-9_-]+"),
        "\"" + name + "\" is not a run's name",
        "",
        "Use letters, digits, _ and -");
    Path path = runs.resolve(name);
    Checks.user(
        !Files.exists(path.resolve("config.json")),
        "there is a run " + name + " already in " + runs,
        "",
        "Give another name, or continue it: resume " + name);
    RunDirectory run = new RunDirectory(path);
    run.discardUnstarted();
    return run;
  }

  /** Removes what was laid out of a run that did not begin; a run that began is left alone. */
  public void discardUnstarted() {
    if (Files.exists(path.resolve("config.json"))) {
      return;
    }
    LAYOUT.stream().map(path::resolve).filter(Files::exists).forEach(Folders::delete);
    removeUnfinished();
    path.toFile().delete(); // only if nothing else is in it
  }

  /**
   * Removes the hidden files of writes that a kill cut short. Call it while holding the run's lock,
   * or while nobody else knows of the run.
   */
  public void removeUnfinished() {
    Folders.deleteFiles(path, AtomicFile::isUnfinished);
  }

  /** Opens the folder of a run that was started before. */
  public static RunDirectory open(Path path) {
    Checks.user(
        Files.isRegularFile(path.resolve("config.json")),
        "there is no run in " + path,
        "",
        "See the runs there are: runs");
    return new RunDirectory(path);
  }

  public Path path() {
    return path;
  }

  public String name() {
    return path.getFileName().toString();
  }

  /** Returns the folder of an iteration; 0 is the start, before any training. */
  public Path iteration(int iteration) {
    return path.resolve(String.format(java.util.Locale.ROOT, "iteration-%03d", iteration));
  }

  /** Returns the folder with the policy and the optimizer's state after an iteration. */
  public Path checkpoint(int iteration) {
    return iteration(iteration).resolve("checkpoint");
  }

  /**
   * Returns the last iteration whose metrics, its last file, are there; -1 if not even the start
   * is.
   */
  public int lastComplete() {
    int last = -1;
    while (Files.exists(iteration(last + 1).resolve("metrics.json"))) {
      last++;
    }
    return last;
  }

  public RolloutSet rollouts(int iteration, Supplier<RolloutSet> work) {
    return once(
        iteration(iteration).resolve("rollouts.jsonl"),
        RolloutsFile::read,
        RolloutsFile::write,
        work);
  }

  public ScoredSet rewards(int iteration, RolloutSet rollouts, Supplier<ScoredSet> work) {
    return once(
        iteration(iteration).resolve("rewards.jsonl"),
        file -> RewardsFile.read(file, rollouts),
        RewardsFile::write,
        work);
  }

  /** What an iteration draws beyond its prompts when too little was kept; refills count from 1. */
  public RolloutSet refillRollouts(int iteration, int refill, Supplier<RolloutSet> work) {
    return once(
        refill(iteration, refill).resolve("rollouts.jsonl"),
        RolloutsFile::read,
        RolloutsFile::write,
        work);
  }

  public ScoredSet refillRewards(
      int iteration, int refill, RolloutSet rollouts, Supplier<ScoredSet> work) {
    return once(
        refill(iteration, refill).resolve("rewards.jsonl"),
        file -> RewardsFile.read(file, rollouts),
        RewardsFile::write,
        work);
  }

  private Path refill(int iteration, int refill) {
    return iteration(iteration).resolve("refill-" + refill);
  }

  public Selection selection(int iteration, RolloutSet rollouts, Supplier<Selection> work) {
    return once(
        iteration(iteration).resolve("selection.jsonl"),
        file -> SelectionFile.read(file, rollouts),
        SelectionFile::write,
        work);
  }

  public PromptSet prompts(Supplier<PromptSet> work) {
    return once(path.resolve("prompts.jsonl"), PromptsFile::read, PromptsFile::write, work);
  }

  public PromptSet evaluationPrompts(Supplier<PromptSet> work) {
    return once(path.resolve("eval.jsonl"), PromptsFile::read, PromptsFile::write, work);
  }

  /** Reads or makes any record that is one JSON object. */
  public <T> T record(Path file, Class<T> type, Supplier<T> work) {
    return once(file, each -> readRecord(each, type), RunDirectory::writeRecord, work);
  }

  /** Reads a record that must be there. */
  public static <T> T readRecord(Path file, Class<T> type) {
    try {
      return RecordJson.PRETTY.fromJson(Files.readString(file), type);
    } catch (java.io.IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage());
    } catch (com.google.gson.JsonParseException e) {
      throw new UserError(
          file + " is broken: " + e.getMessage(), "", "Delete it and resume the run");
    }
  }

  /** Writes a record as indented JSON. */
  public static void writeRecord(Path file, Object value) {
    AtomicFile.writeText(file, RecordJson.PRETTY.toJson(value) + "\n");
  }

  private static <T> T once(
      Path file,
      Function<Path, T> read,
      java.util.function.BiConsumer<Path, T> write,
      Supplier<T> work) {
    if (Files.exists(file)) {
      return read.apply(file);
    }
    T made = work.get();
    write.accept(file, made);
    return made;
  }
}
