package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import raftlab.core.RolloutSet;
import raftlab.core.UserError;
import raftlab.data.DatasetCatalog;
import raftlab.data.DatasetDescriptor;
import raftlab.data.ImportFields;
import raftlab.data.PromptFile;
import raftlab.data.RolloutImport;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.run.RolloutsFile;

/** Where a rollout file that others made keeps what, for files of no known kind. */
final class ImportOptions {

  @Option(names = "--response", description = "import: column of the completions (found)")
  String response;

  @Option(names = "--grade", description = "import: column of the stored verdicts (found)")
  String grade;

  @Option(names = "--score", description = "import: column of the stored scores (found)")
  String score;

  /** Reads a file, or the file of a data set, and stores its rollouts. */
  RolloutSet imported(Session session, DataSets sets, String what, PromptOptions prompts) {
    boolean known = DatasetCatalog.builtIn().contains(what);
    if (!known && !PromptFile.isFile(what)) {
      DatasetCatalog.builtIn().get(what);
    }
    RolloutSet read = read(known ? place(sets, what) : Path.of(what), session, prompts);
    String name = name(known ? what : read.name());
    RolloutSet set =
        new RolloutSet(
            session.options().as() == null ? name : session.options().as(),
            known ? what : read.policyId(),
            read.settings(),
            prompts.first(read.rollouts()));
    return session.keep(Kinds.ROLLOUTS, name, set);
  }

  private static Path place(DataSets sets, String id) {
    DatasetDescriptor descriptor = DatasetCatalog.builtIn().get(id);
    if (!descriptor.kind().equals("rollouts")) {
      throw new UserError(
          id + " holds prompts, not completions", "", "Get them: data NAME --from " + id);
    }
    if (sets.part().isEmpty() && descriptor.files().size() > 1) {
      throw new UserError(
          id + " has " + descriptor.files().size() + " files",
          "they are "
              + String.join(", ", descriptor.files().stream().map(file -> file.path()).toList()),
          "Say which: --part TEXT");
    }
    return sets.require(descriptor, sets.file(descriptor));
  }

  private RolloutSet read(Path file, Session session, PromptOptions prompts) {
    if (RolloutsFile.matches(file)) {
      return RolloutsFile.read(file);
    }
    ImportFields fields =
        new ImportFields(
            Optional.ofNullable(prompts.prompt),
            Optional.ofNullable(response),
            Optional.ofNullable(prompts.answer),
            Optional.ofNullable(grade),
            Optional.ofNullable(score));
    return RolloutImport.read(file, fields, Live.context(session)).rollouts();
  }

  private static String name(String stem) {
    String name = stem.replaceAll("[^A-Za-z0-9_-]+", "_");
    return name.isEmpty() ? "imported" : name;
  }
}
